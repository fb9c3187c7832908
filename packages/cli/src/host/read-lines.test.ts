import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readLines } from "./read-lines.ts";

async function linesOf(content: string | Uint8Array, most?: number): Promise<string[]> {
  const cwd = mkdtempSync(join(tmpdir(), "uptake-lines-"));
  try {
    writeFileSync(join(cwd, "file"), content);
    const lines: string[] = [];
    for await (const line of readLines(join(cwd, "file"), most)) lines.push(line);
    return lines;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

test("lines are read one by one, across the parts that a file is read in", async () => {
  const lines = Array.from({ length: 5 }, (_, i) => `${i} ${"é–".repeat(200_000 + i)}`);
  expect(await linesOf(`\n${lines.join("\n")}\n`)).toEqual(["", ...lines]);
  expect(await linesOf("a\n\nb")).toEqual(["a", "", "b"]);
  expect(await linesOf("")).toEqual([]);
});

test("of a line that is too long the beginning is given, and the next one whole", async () => {
  expect(await linesOf("abcdef\nab\nabcd", 4)).toEqual(["abcd", "ab", "abcd"]);
  const [long, next] = await linesOf(`${"x".repeat(3_000_000)}\nnext\n`, 2_000_000);
  expect([long?.length, next]).toEqual([2_000_000, "next"]);
});

test("where there is no file there are no lines", async () => {
  for await (const line of readLines(join(tmpdir(), "uptake-nowhere"))) expect(line).toBeUndefined();
});
