import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentOf, type Ended, ended, runStudy, startStudy, writeStudy } from "./small-study.ts";

/** How many times a study is killed (`KEPT_KILLS=500`); of every three, one is killed while it writes its results. */
const kills = Number(process.env["KEPT_KILLS"] ?? 50);

/** Seed of the moments (default 1; `KEPT_SEED=7 pnpm test:kept`). */
const seed = Number(process.env["KEPT_SEED"] ?? 1);

/** Studies that run at once. */
const lanes = 2;

const study = ["study", "study.yaml", "--threads", "1", "--out", "results"];

/** Runs of a study. */
const runs = 80;

/** Part of the studies killed while they run that are killed before any run is kept: of a study, as much is start-up. */
const starting = 1 / 4;

/** Where a study was when it was killed. */
type Stage = "no run kept" | "some runs kept" | "results being written" | "results written";

/** Returns a generator of numbers in [0, 1) from a seed. */
function moments(from: number): () => number {
  let state = (from * 48_271 + 1) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Calls `act` once what `reached` asks of the names in a folder, which is there already, holds after a change in it. */
function when(folder: string, reached: (names: readonly string[]) => boolean, act: () => void): () => void {
  const watcher = watch(folder, () => {
    if (!reached(readdirSync(folder))) return;
    watcher.close();
    act();
  });
  return () => watcher.close();
}

/** Calls `act` when a study begins to write its results into a folder. */
const whenWriting = (folder: string, act: () => void): (() => void) =>
  // The folder is tried by writing to it before there is a journal; results come after it.
  when(
    folder,
    (names) => names.includes("journal.jsonl") && names.some((name) => name.startsWith(".uptake-writing-")),
    act,
  );

/** Returns the journal in a folder; empty where there is none, as once a study, which goes on meanwhile, has removed it. */
function journalIn(folder: string): string {
  try {
    return readFileSync(join(folder, "journal.jsonl"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

/** Counts the whole rows of the journal in a folder. */
const rowsIn = (folder: string): number =>
  journalIn(folder)
    .split("\n")
    .filter((line) => line.startsWith('{"run"') && line.endsWith("}")).length;

/** Milliseconds that a study takes until a run is kept, and from when it begins to write its results. */
interface Times {
  readonly starting: number;
  readonly writing: number;
}

let cwd: string;
let times: Times;
let whole: Ended;
let expected: ReadonlyMap<string, string>;

function makeFolder(name: string): string {
  const folder = join(cwd, name);
  mkdirSync(join(folder, "results"), { recursive: true });
  writeStudy(join(folder, "study.yaml"), runs);
  return folder;
}

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-kill-"));
  // Uninterrupted, as many at once as later, so that times are those of the machine as it is then.
  const studies = Array.from({ length: lanes }, async (_, lane) => {
    const folder = makeFolder(`whole-${lane}`);
    const results = join(folder, "results");
    const began = performance.now();
    let kept = began;
    let writing = began;
    const deaf = [
      when(
        results,
        () => rowsIn(results) > 0,
        () => {
          kept = performance.now();
        },
      ),
      whenWriting(results, () => {
        writing = performance.now();
      }),
    ];
    const end = await runStudy(folder, ...study);
    for (const stop of deaf) stop();
    return { end, files: contentOf(results), starting: kept - began, writing: performance.now() - writing };
  });
  const [first, ...others] = await Promise.all(studies);
  if (first === undefined) throw new Error("there is a lane");
  whole = first.end;
  expected = first.files;
  expect(whole).toMatchObject({ code: 0, err: "" });
  expect([...expected.keys()]).toContain("receipt.json");
  for (const other of others) expect(other.files).toEqual(expected);
  times = first;
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Says how far a killed study had come. */
function stageOf(folder: string): { readonly stage: Stage; readonly rows: number } {
  const names = readdirSync(join(folder, "results"));
  const rows = rowsIn(join(folder, "results"));
  if (names.includes(".uptake-written") || (rows > 0 && names.some((name) => name.startsWith(".uptake-writing-"))))
    return { stage: "results being written", rows };
  if (names.includes("receipt.json")) return { stage: "results written", rows };
  return { stage: rows > 0 ? "some runs kept" : "no run kept", rows };
}

/**
 * Runs a study and kills it: at a moment (0 … 1) of the time in which it writes its results, or of the time before. That is
 * reckoned by the runs kept, so that it is the same on a machine that is busier, or less so, than at the beginning.
 */
async function kill(folder: string, moment: number, late: boolean): Promise<Ended> {
  const results = join(folder, "results");
  const child = startStudy(folder, ...study);
  const end = ended(child);
  const after = (time: number): unknown => setTimeout(() => child.kill("SIGKILL"), time);
  let deaf = (): void => {};
  if (late) {
    // Half of them at once, as on a slow machine it is late already when this process hears of it; of those killed before
    // there are runs as well, as a machine may have become faster.
    const writing = Math.max(0, 2 * moment - 1) * times.writing;
    deaf = whenWriting(results, () => after(writing));
  } else if (moment < starting) after(Math.max(0, (2 * moment) / starting - 1) * times.starting);
  else {
    const kept = Math.ceil(((moment - starting) / (1 - starting)) * runs);
    // Not always just when a run was written.
    const more = 10 * ((1000 * moment) % 1);
    deaf = when(
      results,
      () => rowsIn(results) >= kept,
      () => after(more),
    );
  }
  const found = await end;
  deaf();
  return found;
}

test(`a study that is killed ${kills} times and gone on with gives the files of one that was not`, {
  timeout: 3_600_000,
}, async () => {
  const next = moments(seed);
  const plans = Array.from({ length: kills }, (_, i) => ({ name: `killed-${i}`, moment: next(), late: i % 3 === 2 }));
  const stages: Record<Stage, number> = {
    "no run kept": 0,
    "some runs kept": 0,
    "results being written": 0,
    "results written": 0,
  };
  let killed = 0;
  let kept = 0;
  const queue = [...plans];
  const lane = async (): Promise<void> => {
    for (let plan = queue.shift(); plan !== undefined; plan = queue.shift()) {
      const folder = makeFolder(plan.name);
      const { signal } = await kill(folder, plan.moment, plan.late);
      if (signal === "SIGKILL") killed++;
      const { stage, rows } = stageOf(folder);
      stages[stage]++;
      kept += rows;
      const again = await runStudy(folder, ...study);
      const at = `${plan.name}: moment ${plan.moment.toFixed(4)}${plan.late ? " of writing" : ""}, ${stage}`;
      // What a kill cut off of a row is told.
      expect({ at, ...again, err: again.err.replace(/^warning: 1 row .* made again\n$/, "") }).toEqual({
        at,
        ...whole,
      });
      expect([at, contentOf(join(folder, "results"))]).toEqual([at, expected]);
      rmSync(folder, { recursive: true });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const counts = Object.entries(stages).map(([stage, count]) => `${stage} ${count}`);
  process.stdout.write(
    `kill -9: seed ${seed}, ${kills} studies of ${runs} runs, ${killed} killed before their end (${counts.join(", ")}); ${kept} finished runs kept in all; ${kills} of ${kills} gone on with to identical files\n`,
  );
  expect(killed).toBeGreaterThan(kills / 2);
  for (const stage of ["no run kept", "some runs kept", "results being written"] as const)
    expect([stage, stages[stage]]).not.toEqual([stage, 0]);
});
