#!/usr/bin/env bash
# vitest 4.1.12: toEqual holds for any two ArrayBuffers, of other bytes and even of other lengths.
#
# An ArrayBuffer has no fields of its own to compare, and toEqual looks at its fields alone, though it does compare typed
# arrays by content. So it is inside of objects and lists too, and toMatchObject and toContainEqual do the same. What writes
# a file into memory often returns an ArrayBuffer, such as a writer of Parquet or crypto.subtle.digest: a test that compares
# two such results cannot fail. toStrictEqual compares the bytes, and so does toEqual of Uint8Arrays over them.
#
# Seen: “toEqual: other bytes equal, other length equal, in an object equal”, “toStrictEqual: other bytes differ, other
# length differ, in an object differ” and “toEqual of Uint8Arrays: differ”. Fails when one of them changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund vitest@4.1.12
cat >try.test.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";

const bytes = new Uint8Array([1, 2]);
const others = new Uint8Array([3, 4]);
const longer = new Uint8Array(9);
const said = (matcher, a, b) => {
  try {
    expect(a)[matcher](b);
    return "equal";
  } catch {
    return "differ";
  }
};
const all = (matcher) =>
  [
    `${matcher}: other bytes ${said(matcher, bytes.buffer, others.buffer)}`,
    `other length ${said(matcher, bytes.buffer, longer.buffer)}`,
    `in an object ${said(matcher, { file: bytes.buffer }, { file: others.buffer })}`,
  ].join(", ");

test("ArrayBuffers", () => {
  const views = `toEqual of Uint8Arrays: ${said("toEqual", bytes, others)}`;
  writeFileSync("seen", `${[all("toEqual"), all("toStrictEqual"), views].join("\n")}\n`);
});
JS
npx vitest run >log 2>&1 || cat log
cat seen
grep -qx 'toEqual: other bytes equal, other length equal, in an object equal' seen
grep -qx 'toStrictEqual: other bytes differ, other length differ, in an object differ' seen
grep -qx 'toEqual of Uint8Arrays: differ' seen
