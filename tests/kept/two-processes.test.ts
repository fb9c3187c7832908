import { mkdirSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contentOf, ended, runStudy, startHeld, writeStudy } from "./small-study.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-two-"));
  mkdirSync(join(cwd, "results"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const study = ["study", "study.yaml", "--threads", "1", "--out", "results"];

test("of two commands on one folder the second is refused, and the first answers as if it had been alone", async () => {
  writeStudy(join(cwd, "study.yaml"), 80);
  writeFileSync(join(cwd, "hold"), "");
  const first = startHeld(cwd, ...study);
  const end = ended(first);
  // Once there is a journal, the first is at work, and stays so.
  await new Promise<void>((ready) => {
    const watcher = watch(join(cwd, "results"), () => {
      if (!readdirSync(join(cwd, "results")).includes("journal.jsonl")) return;
      watcher.close();
      ready();
    });
  });
  const second = await runStudy(cwd, ...study);
  const verified = await runStudy(cwd, "verify", "results");
  rmSync(join(cwd, "hold"));
  const words = `is being written to by another command, process ${first.pid}; wait for it to end, or choose another folder`;
  expect(second).toEqual({ code: 2, signal: null, out: "", err: `error: --out: “results” ${words}\n` });
  expect(verified).toEqual({ code: 2, signal: null, out: "", err: `error: results: ${words}\n` });
  expect(await end).toMatchObject({ code: 0, err: "" });
  expect((await runStudy(cwd, ...study.with(-1, "alone"))).code).toBe(0);
  expect(contentOf(join(cwd, "results"))).toEqual(contentOf(join(cwd, "alone")));
});

test("of five that start at once one or more answer, the others are refused, and the result is whole", async () => {
  writeStudy(join(cwd, "study.yaml"), 80);
  const ends = await Promise.all(Array.from({ length: 5 }, () => runStudy(cwd, ...study)));
  const codes = ends.map(({ code }) => code);
  expect(codes).toContain(0);
  for (const { code, err } of ends)
    if (code !== 0) expect([code, err]).toEqual([2, expect.stringContaining("is being written to by")]);
  expect((await runStudy(cwd, ...study.with(-1, "alone"))).code).toBe(0);
  expect(contentOf(join(cwd, "results"))).toEqual(contentOf(join(cwd, "alone")));
  process.stdout.write(
    `two processes: of 5 at once ${codes.filter((code) => code === 0).length} answered and the others were refused\n`,
  );
});
