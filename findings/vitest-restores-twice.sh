#!/usr/bin/env bash
# vitest 4.1.12: vi.restoreAllMocks puts back what a spy took the place of once more, though it was restored before.
#
# mockRestore ends a spy, so what is assigned afterwards is nobody's but its owner's. restoreAllMocks overwrites it with
# what the ended spy had found. Where test files share a process (isolate: false), that happens in another file, later: a
# spy on timers of the test alone, ended within the test, brings those timers back, and real ones stop for all files after.
#
# Seen: “restored: original, assigned: other, restored again: original”. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund vitest@4.1.12
cat >spy.test.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { test, vi } from "vitest";

test("a spy that ended", () => {
  const owner = { name: () => "original" };
  const spy = vi.spyOn(owner, "name").mockReturnValue("spy");
  spy.mockRestore();
  const first = owner.name();
  owner.name = () => "other";
  const assigned = owner.name();
  vi.restoreAllMocks();
  writeFileSync("seen", `restored: ${first}, assigned: ${assigned}, restored again: ${owner.name()}\n`);
});
JS
npx vitest run --silent >/dev/null
cat seen
grep -qx 'restored: original, assigned: other, restored again: original' seen
