import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contentOf, ended, runStudy, startStudy, writeStudy } from "./small-study.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-large-"));
  writeStudy(join(cwd, "study.yaml"), 80);
  mkdirSync(join(cwd, "results"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

/** More than the longest text that Node can hold. */
const bytes = 600 * 1024 * 1024;

const study = ["study", "study.yaml", "--threads", "1", "--out", "results"];

test("a journal larger than the longest text of Node is read, and gone on from", async () => {
  // A file where the folder of results is to be written makes the study end with its journal complete.
  mkdirSync(join(cwd, "results/receipt.json"));
  const failed = await ended(startStudy(cwd, ...study));
  expect(failed.code).toBe(1);
  expect(failed.err).toMatch(/What is finished is kept in results; run the same command again to go on from there\.\n/);
  rmSync(join(cwd, "results/receipt.json"), { recursive: true });
  const journal = join(cwd, "results/journal.jsonl");
  const rows = readFileSync(journal, "utf8");
  // What lies between is a hole, which takes no room on the disk; the rows come after it.
  const head = rows.split("\n").find((line) => line.startsWith('{"study"'));
  writeFileSync(journal, `${head}\n`);
  truncateSync(journal, bytes);
  writeFileSync(journal, `\n${rows}`, { flag: "a" });
  expect(statSync(journal).size).toBeGreaterThan(bytes);
  const again = await runStudy(cwd, ...study);
  expect(again).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^warning: 1 row of results\/journal.jsonl is not as written/),
  });
  expect((await runStudy(cwd, ...study.with(-1, "alone"))).code).toBe(0);
  expect(contentOf(join(cwd, "results"))).toEqual(contentOf(join(cwd, "alone")));
  process.stdout.write(`large journal: ${bytes / 1024 / 1024} MB read, its rows used\n`);
});
