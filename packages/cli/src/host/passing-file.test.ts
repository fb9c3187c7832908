import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashOfContent } from "./file-content.ts";
import { PassingFile } from "./passing-file.ts";
import { sha256 } from "./sha256.ts";

/** Makes a file of three parts, and counts how often they are made. */
function counted(): { readonly file: PassingFile; readonly times: () => number } {
  let times = 0;
  const file = new PassingFile(function* () {
    times++;
    for (const part of ["a,b\n", "1,ü\n", "2,\n"]) yield Buffer.from(part);
  });
  return { file, times: () => times };
}
const whole = "a,b\n1,ü\n2,\n";

test("is written part by part, and has its hash from then", async () => {
  const folder = mkdtempSync(join(tmpdir(), "uptake-passing-"));
  const { file, times } = counted();
  await writeFile(join(folder, "a.csv"), file);
  expect(readFileSync(join(folder, "a.csv"), "utf8")).toBe(whole);
  expect([file.hash, times()]).toEqual([sha256(whole), 1]);
  rmSync(folder, { recursive: true });
});

test("is made once for its hash where nobody went through it to its end", () => {
  const { file, times } = counted();
  for (const _ of file) break;
  expect([hashOfContent(file), file.hash, times()]).toEqual([sha256(whole), sha256(whole), 2]);
});

test("is one of the contents of files, all of which have the hash of their bytes", () => {
  expect(new Set([whole, Buffer.from(whole), counted().file].map(hashOfContent))).toEqual(new Set([sha256(whole)]));
});
