import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformWithEsbuild } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;

/** Writes a module of the sources, and those it imports, as JavaScript that Node runs without a build. */
async function emit(path: string, done: Set<string> = new Set()): Promise<void> {
  if (done.has(path)) return;
  done.add(path);
  const { code } = await transformWithEsbuild(readFileSync(path, "utf8"), path);
  const imports = [...code.matchAll(/from "(\.[^"]+\.ts)"/g)].map(([, file]) => file as string);
  for (const file of imports) await emit(join(dirname(path), file), done);
  const flat = code.replaceAll(/from "\.[^"]*?([^/"]+)\.ts"/g, 'from "./$1.mjs"');
  writeFileSync(join(folder, basename(path).replace(/\.ts$/, ".mjs")), flat);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "uptake-csv-"));
  await emit(fileURLToPath(new URL("../../packages/model/src/district/csv.ts", import.meta.url)));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a text, given as a JavaScript expression, in a process with a heap of so many megabytes; returns what it prints. */
function readWithin(megabytes: number, text: string): Promise<string> {
  const program = `
    import { readCsv } from ${JSON.stringify(join(folder, "csv.mjs"))};
    const { records, issues } = readCsv(${text});
    console.log([records.length, ...issues.map(({ code, line }) => code + " " + line)].join(", "));
  `;
  const child = spawn(process.execPath, [`--max-old-space-size=${megabytes}`, "--input-type=module", "-e", program]);
  let said = "";
  child.stdout.on("data", (data) => {
    said += data;
  });
  return new Promise((end) => child.once("close", () => end(said.trimEnd())));
}

test.for<[what: string, text: string, says: string]>([
  ["32 MB of separators", '",".repeat(2 ** 25)', "0, too-many-columns 1"],
  ["32 MB of rows of one cell", '"a\\n".repeat(2 ** 24)', "0, too-many-rows 2500002"],
  ["32 MB of short cells", '"12,345,6,789\\n".repeat(2 ** 21 + 400000)', "0, too-many-cells 2000001"],
  ["32 MB of empty lines", '"\\n".repeat(2 ** 25)', "0"],
  ["a table at the limits", '"a,b,c\\n".repeat(2500001)', "2500000"],
])("%s are read, or refused, in 700 MB of memory", async ([, text, says]) => {
  expect(await readWithin(700, text)).toBe(says);
});
