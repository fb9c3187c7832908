import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runWithin, type SmallDisk, smallDisk } from "./small-disk.ts";
import { contentOf, runStudy, writeStudy } from "./small-study.ts";

let cwd: string;
let disk: SmallDisk | undefined;
/** The results of studies with seeds a and b, on a disk with room. */
let expected: readonly ReadonlyMap<string, string>[];

const study = (seed: string, folder: string): string[] => ["study", `${seed}.yaml`, "--threads", "1", "--out", folder];
const writeStudies = (folder: string): void => {
  for (const seed of ["a", "b"]) writeStudy(join(folder, `${seed}.yaml`), 24, seed);
};

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-full-"));
  writeStudies(cwd);
  for (const seed of ["a", "b"]) expect(await runStudy(cwd, ...study(seed, seed))).toMatchObject({ code: 0, err: "" });
  expected = ["a", "b"].map((seed) => contentOf(join(cwd, seed)));
  disk = await smallDisk();
  if (disk) writeStudies(disk.folder);
});
afterAll(async () => {
  await disk?.close();
  rmSync(cwd, { recursive: true });
});

/** Fills a disk but for so many kilobytes. */
function fill(folder: string, left: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, "ballast"), Buffer.alloc(Math.max(0, bavail * bsize - left * 1024)));
}

/** Kilobytes left: not enough to be tried; for finished runs, but no result; for some of the results; for all but the last. */
const left = [8, 80, 130, 200];

const full = "the disk is full; free some space, or choose a folder on another disk";

test("on a disk that is full a study fails in words, and leaves a complete result, and what is finished, as they are", {
  timeout: 240_000,
}, async (context) => {
  if (disk === undefined) {
    const why = "this machine lets nobody mount a disk of a megabyte; the limit on the size of files is tested below";
    process.stdout.write(`full disk: ${why}\n`);
    return context.skip(why);
  }
  const { folder, run, way } = disk;
  const results = join(folder, "results");
  expect(await run(...study("a", "results"))).toMatchObject({ code: 0, err: "" });
  expect(contentOf(results)).toEqual(expected[0]);
  let refused = 0;
  let failed = 0;
  for (const kilobytes of left) {
    fill(folder, kilobytes);
    const { code, err } = await run(...study("b", "results"));
    expect([kilobytes, err]).toEqual([kilobytes, expect.stringContaining(full)]);
    expect([kilobytes, err]).toEqual([kilobytes, expect.not.stringMatching(/ENOSPC|\n {4}at /)]);
    if (code === 2) refused++;
    else {
      failed++;
      expect([kilobytes, code]).toEqual([kilobytes, 1]);
      expect(err).toContain(`uptake failed: nothing was written to results: ${full}`);
    }
    // Nothing is there but the earlier result, and what is kept of the runs.
    const { "journal.jsonl": _, ...found } = Object.fromEntries(contentOf(results));
    expect([kilobytes, found]).toEqual([kilobytes, Object.fromEntries(expected[0] as ReadonlyMap<string, string>)]);
    rmSync(join(folder, "ballast"));
  }
  expect((await run("verify", "results")).out).toContain("Confirmed: all agrees.");
  // A folder of its own leaves nothing behind but the journal.
  fill(folder, 130);
  expect((await run(...study("b", "other"))).code).toBe(1);
  expect([...contentOf(join(folder, "other")).keys()].filter((name) => name !== "journal.jsonl")).toEqual([]);
  rmSync(join(folder, "ballast"));
  // With room the same commands go on to the same files.
  for (const target of ["other", "results"]) {
    expect(await run(...study("b", target))).toMatchObject({ code: 0 });
    expect(contentOf(join(folder, target))).toEqual(expected[1]);
    rmSync(join(folder, target), { recursive: true });
  }
  process.stdout.write(
    `full disk: 1 MB, ${way}; ${refused} studies refused before any run, ${failed} failed later, all in words; the earlier result intact each time, and with room identical files\n`,
  );
  expect(refused).toBeGreaterThan(0);
  expect(failed).toBeGreaterThan(0);
});

test("where files may not be large a study fails in words, and leaves a complete result as it is", async () => {
  const words = "the file would be larger than may be written there";
  expect(await runWithin(cwd, 32, ...study("b", "limited"))).toMatchObject({
    code: 2,
    err: expect.stringContaining(`“limited” cannot be written to: ${words}`),
  });
  const { code, err } = await runWithin(cwd, 80, ...study("b", "a"));
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`nothing was written to a: ${words}`) });
  expect(err).toContain("is finished is kept in a; run the same command again to go on from there.");
  const { "journal.jsonl": _, ...found } = Object.fromEntries(contentOf(join(cwd, "a")));
  expect(found).toEqual(Object.fromEntries(expected[0] as ReadonlyMap<string, string>));
  expect(readdirSync(cwd)).not.toContain("limited");
  expect((await runStudy(cwd, ...study("b", "a"))).code).toBe(0);
  expect(contentOf(join(cwd, "a"))).toEqual(expected[1]);
  process.stdout.write("full disk: a limit on the size of files ends in words, and the earlier result is intact\n");
});
