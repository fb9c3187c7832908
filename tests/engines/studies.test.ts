import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../packages/cli/src/command-line.ts";
import { shippedKinds } from "../../packages/cli/src/studies/kind-heads.ts";
import { listeningHost } from "../../packages/cli/test-support/listening-host.ts";
import { inOtherEngine } from "../architecture/other-engine.ts";
import { pinnedStudies } from "./pinned-studies.ts";

/**
 * Checksums of what small studies of every kind answer, the same on every engine and machine. A change here means that
 * results change, or what an answer holds. `UPDATE_PINS=1 npx vitest run --project fast tests/engines` writes them anew.
 */
const file = new URL("studies.json", import.meta.url);

/** Does something in a folder of its own, which is gone afterwards. */
async function inFolder<T>(act: (cwd: string) => Promise<T>): Promise<T> {
  const cwd = mkdtempSync(join(tmpdir(), "uptake-engines-"));
  try {
    return await act(cwd);
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** Runs a study in this thread and returns its files by name. */
async function filesOf(kind: string, cwd: string): Promise<Map<string, Buffer>> {
  writeFileSync(join(cwd, "s.yaml"), JSON.stringify(pinnedStudies[kind]));
  const host = listeningHost(cwd, true);
  expect([await main(["study", "s.yaml", "--threads", "1", "--out", "r"], host), host.said.err]).toEqual([0, ""]);
  return new Map(readdirSync(join(cwd, "r")).map((name) => [name, readFileSync(join(cwd, "r", name))]));
}

const checksum = (files: ReadonlyMap<string, Buffer>): string => {
  const { data, checksums } = JSON.parse(files.get("answer.json")!.toString());
  return createHash("sha256")
    .update(JSON.stringify([data, checksums]))
    .digest("hex")
    .slice(0, 16);
};

const pins = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;

test.for(Object.keys(pinnedStudies))(
  "a study of the kind %s gives its pinned answer, where Math.exp and the like differ in the last place too",
  async (kind) => {
    if (process.env["UPDATE_PINS"] === "1") {
      pins[kind] = checksum(await inFolder((cwd) => filesOf(kind, cwd)));
      writeFileSync(file, `${JSON.stringify(pins, null, 2)}\n`);
    }
    expect(checksum(await inFolder((cwd) => inOtherEngine(() => filesOf(kind, cwd))))).toBe(pins[kind]);
  },
);

test("every kind is pinned", () => {
  expect(Object.keys(pinnedStudies).sort()).toEqual(shippedKinds.map(({ kind }) => kind).sort());
});
