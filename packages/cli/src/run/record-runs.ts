import type { Plan } from "@uptake/model";
import type { Evaluate, Evaluation, EvaluationJob, Outcome, Statistic } from "@uptake/study/evaluate";
import { outcomePlaces } from "./outcome-places.ts";

/** Most runs that are kept of a study; of the others only their number is. */
const mostKeptRuns = 200_000;

/** Most runs that are kept of jobs that are only passing: what they are folded into is the answer. */
const mostPassingRuns = 4_096;

/** Holds runs of one batch, replicate by replicate: what was asked of each, and what was read. */
export interface RecordedBatch {
  readonly plans: readonly Plan[];
  readonly seed: string;
  readonly evaluations: readonly Evaluation[];
  readonly outcomes: readonly Statistic[];
  /** Evaluations × outcomes, row by row; NaN where a run has no such value, or failed. */
  readonly values: Float64Array;
  /** Checksum of each run, empty where it failed. */
  readonly checksums: readonly string[];
}

/** Holds the runs of a study, batch by batch as they were asked for, and how many there were. */
export interface RecordedRuns {
  readonly batches: readonly RecordedBatch[];
  readonly made: number;
}

/** Returns the places of a batch's first evaluations, replicate by replicate, at most `most`: whole replicates only. */
function firstPlaces(evaluations: readonly Evaluation[], most: number): number[] {
  if (most === 0) return [];
  const replicateOf = (place: number): number => (evaluations[place] as Evaluation).replicate;
  const places = Array.from(evaluations, (_, place) => place).sort((a, b) => replicateOf(a) - replicateOf(b) || a - b);
  if (places.length <= most) return places;
  const next = replicateOf(places[most] as number);
  return places.slice(0, most).filter((place) => replicateOf(place) !== next);
}

/**
 * Makes `evaluate` keep what its runs gave, at most `most` of them; `recorded` returns them, in the order in which batches
 * were asked for.
 */
export function recordRuns(
  evaluate: Evaluate,
  most: number = mostKeptRuns,
): { readonly evaluate: Evaluate; recorded(): RecordedRuns } {
  const batches: (RecordedBatch | undefined)[] = [];
  let made = 0;
  let room = most;
  return {
    evaluate: async (job, options) => {
      const batch = batches.push(undefined) - 1;
      if (options?.passing) room = Math.min(room, mostPassingRuns);
      const places = firstPlaces(job.evaluations, room);
      // Once a batch is cut, none that follows is kept, so that what is kept is the beginning.
      room = places.length < job.evaluations.length ? 0 : room - places.length;
      made += job.evaluations.length;
      if (places.length === 0) return evaluate(job, options);
      const kept = openBatch(job, places);
      const results = await evaluate(job, {
        ...options,
        onOutcome: (evaluation, outcome) => {
          kept.keep(evaluation, outcome);
          options?.onOutcome?.(evaluation, outcome);
        },
      });
      batches[batch] = kept.batch;
      return results;
    },
    recorded: () => ({ batches: batches.filter((batch) => batch !== undefined), made }),
  };
}

/** Begins a batch of the runs at some places of a job, which `keep` fills in as their outcomes come. */
function openBatch(
  job: EvaluationJob,
  places: readonly number[],
): { readonly batch: RecordedBatch; readonly keep: (evaluation: number, outcome: Outcome) => void } {
  const { plans, seed } = job;
  const { outcomes, offsets } = outcomePlaces(job);
  const rowOf = new Map(places.map((place, row) => [place, row]));
  const evaluations = places.map((place) => job.evaluations[place] as Evaluation);
  const values = new Float64Array(places.length * outcomes.length).fill(Number.NaN);
  const checksums = new Array<string>(places.length).fill("");
  const keep = (evaluation: number, outcome: Outcome): void => {
    const row = rowOf.get(evaluation);
    if (row === undefined || !("values" in outcome)) return;
    checksums[row] = outcome.checksum;
    for (const [o, at] of (offsets[(evaluations[row] as Evaluation).plan] ?? []).entries())
      if (at !== undefined) values[row * outcomes.length + o] = outcome.values[at] as number;
  };
  return { batch: { plans, seed, evaluations, outcomes, values, checksums }, keep };
}
