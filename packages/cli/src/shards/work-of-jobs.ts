import { rm, stat } from "node:fs/promises";
import { type Evaluation, type EvaluationJob, evaluateHere, workAhead } from "@uptake/study/evaluate";
import { outcomePlaces } from "../run/outcome-places.ts";
import { noSeal } from "./seal.ts";
import { ShardWriter } from "./shard-writer.ts";

/** Kinds of run that are timed at most: those of which there are most. */
const mostTimed = 4;

/** Runs of a kind that are written at most, and milliseconds that making these may take. */
const mostWritten = 32;
const longest = 1_000;

/** Says what a run costs on average, as measured; null where none of those tried succeeded. */
export interface RunCost {
  /** Seconds of one thread of this machine. */
  readonly secondsPerRun: number | null;
  /** Bytes in a shard. */
  readonly bytesPerRun: number | null;
}

/** Counts runs by what is run and read, to measure some of each. */
export class WorkOfJobs {
  readonly #kinds = new Map<string, { readonly job: EvaluationJob; runs: number }>();

  /** Counts the runs of a job. */
  add(job: EvaluationJob): void {
    const { plans, statistics, whole, evaluations } = job;
    const key = JSON.stringify([
      plans.map(({ scenario }) => [scenario.name, scenario.horizon]),
      statistics.length,
      whole,
    ]);
    const known = this.#kinds.get(key);
    if (known) known.runs += evaluations.length;
    else if (evaluations.length > 0) this.#kinds.set(key, { job, runs: evaluations.length });
  }

  /**
   * Makes a few runs of each kind in this thread, some seconds in all, and writes some of them as a shard would be, into a
   * file at `pilot` that is deleted again.
   */
  async cost(pilot: string): Promise<RunCost> {
    const kinds = [...this.#kinds.values()].sort((a, b) => b.runs - a.runs).slice(0, mostTimed);
    let [milliseconds, bytes, timed] = [0, 0, 0];
    try {
      for (const { job, runs } of kinds) {
        const { millisecondsPerRun } = await workAhead(job);
        if (millisecondsPerRun === null) continue;
        const written = Math.max(1, Math.min(mostWritten, Math.floor(longest / millisecondsPerRun)));
        milliseconds += millisecondsPerRun * runs;
        bytes += (await bytesPerRun(pilot, job, written)) * runs;
        timed += runs;
      }
    } finally {
      await rm(pilot, { force: true });
    }
    if (timed === 0) return { secondsPerRun: null, bytesPerRun: null };
    return { secondsPerRun: milliseconds / timed / 1000, bytesPerRun: bytes / timed };
  }
}

/** Writes the first `count` runs of a job as a shard would hold them, and returns how many bytes each takes. */
async function bytesPerRun(pilot: string, job: EvaluationJob, count: number): Promise<number> {
  const evaluations = job.evaluations.slice(0, count);
  const some = { ...job, evaluations };
  const { outcomes } = outcomePlaces(some);
  const nobody = { outcomes, plan: noSeal, version: "", sources: noSeal, shards: 1 };
  const sizes: number[] = [];
  for (const written of [0, evaluations.length]) {
    const writer = new ShardWriter(pilot, nobody, 0);
    await evaluateHere(
      { ...some, evaluations: evaluations.slice(0, written) },
      {
        heardOnly: true,
        onOutcome: (run, outcome) =>
          writer.add({ run, job: some, evaluation: evaluations[run] as Evaluation, outcome }),
      },
    );
    writer.end();
    sizes.push((await stat(pilot)).size);
  }
  const [empty, full] = sizes as [number, number];
  return (full - empty) / evaluations.length;
}
