import { InputError, type Plan, worldCount } from "@uptake/model";
import { checkReplicates, replicatesOf } from "../ensemble/ensemble.ts";
import { mismatches } from "../ensemble/mismatches.ts";
import type { StreamedEnsemble } from "../ensemble/streamed-ensemble.ts";
import { allFailed } from "../evaluate/all-failed.ts";
import type { EvaluateEnsemblesOptions } from "../evaluate/evaluate-ensembles.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { EvaluationJob } from "../evaluate/evaluation.ts";
import { type FailedRun, wholeRun } from "../evaluate/whole-runs.ts";
import { PlanStream, type StreamedRun } from "./plan-stream.ts";
import { worldByWorld } from "./world-by-world.ts";

/** Replicates made between two looks: as many rows are there at once. */
const batch = 256;

/** Most replicates of one call. */
export const mostStreamed = 10_000_000;

/** Sets how ensembles are streamed. */
export interface StreamEnsemblesOptions extends Omit<EvaluateEnsemblesOptions, "replicates" | "funnels"> {
  /** Number of replicates, 1 … 10,000,000 (default 64). */
  readonly replicates?: number;
  /**
   * Whether the few numbers of each run that waiting times, what is sustained and costs per adopter are told of are kept,
   * some 60 bytes a run (default true), or of how many replicates, from the first on: these are the `kept` of an ensemble
   * then. Beyond them memory does not grow with replicates but for the number of each one's world.
   */
  readonly keep?: boolean | number;
  /**
   * Whether a journal that `evaluate` has keeps the runs all the same, each with all of its numbers (default false): what is
   * stopped goes on from there, at some 20 kB on the disk for a run of 60 months.
   */
  readonly resumable?: boolean;
  /** Hears the checksum of each run, empty where it failed, in whatever order replicates come. */
  readonly onRun?: (plan: number, replicate: number, checksum: string) => void;
}

/** Holds streamed ensembles of the same replicates, and what became of the others. */
export interface StreamedEnsembles {
  /** One a plan, of the replicates in which no plan's run failed. */
  readonly ensembles: readonly StreamedEnsemble[];
  /** Runs that failed; their replicates are in no ensemble. */
  readonly failures: readonly FailedRun[];
}

/** Returns of how many replicates numbers are kept. @throws InputError where `keep` is no such number. */
function keptCount(keep: boolean | number, replicates: number): number {
  if (typeof keep === "boolean") return keep ? replicates : 0;
  if (Number.isInteger(keep) && keep >= 0) return Math.min(keep, replicates);
  const message = `${keep} is no number of replicates`;
  const allowed = "true, false, or a whole number, 0 or more";
  throw new InputError([{ code: "out-of-range", path: "keep", message, value: keep, allowed }]);
}

/**
 * Runs each of `plans` once per replicate, in the same worlds and luck, and folds each run into means, intervals and
 * percentiles as soon as it is there: of many replicates, what is told takes as much memory as of few. The runs are those
 * of `ensembles`; means and intervals are the same to rounding, and percentiles are exact where a series has at most 1,024
 * different values at an index, otherwise within what `within` says of it. The same plans, seed and replicates give the
 * same result to the bit, whatever the number of threads. A replicate in which a run fails is left out of all plans.
 *
 * @throws InputError when plans cannot be compared, an option is out of range, or every replicate has a run that failed.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { summariseAt } from "@uptake/study";
 * import { streamEnsembles } from "@uptake/study/stream";
 *
 * const usual = await prepare(scenario({ district: "small-rural" }));
 * const coached = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const { ensembles } = await streamEnsembles([usual, coached], { replicates: 16 });
 * for (const runs of ensembles) console.log(runs.scenario.name, summariseAt(runs, "adoption", 34).mean, runs.chance);
 * ```
 */
export async function streamEnsembles(
  plans: readonly Plan[],
  options: StreamEnsemblesOptions = {},
): Promise<StreamedEnsembles> {
  const { evaluate = evaluateHere, replicates = 64, first = 0, seed = "uptake", keep = true } = options;
  const { resumable = false, onRun, onProgress, signal } = options;
  checkReplicates(replicates, seed, first, mostStreamed);
  const issues = plans.flatMap((plan, i) => mismatches(plans[0] as Plan, plan, `plans[${i}]`));
  if (issues.length > 0) throw new InputError(issues);
  const { parameters } = (plans[0] as Plan).scenario;
  const count = worldCount(parameters);
  const repeat = count !== null && count > 1 && count < replicates;
  /** After how many replicates a world comes again; replicates are units of their own where it never does. */
  const round = repeat ? count : replicates;
  const kept = keptCount(keep, replicates);
  const streams = plans.map((plan) => new PlanStream(plan, kept));
  const failures: FailedRun[] = [];
  const whole = wholeRun(plans, false);
  /** Rows of a batch: the same room for all, since what is thrown away batch by batch is not collected as fast. */
  const rows = new Float64Array(Math.min(batch, replicates) * plans.length * whole.width);
  /** Runs of a batch by plan, which each batch fills in anew for the same reason. */
  const runs = plans.map((_, plan) =>
    Array.from({ length: Math.min(batch, replicates) }, (__, p) => {
      const e = p * plans.length + plan;
      return { place: 0, unit: 0, row: rows.subarray(e * whole.width, (e + 1) * whole.width), checksum: "" };
    }),
  );
  let done = 0;

  const make = async (places: readonly number[]): Promise<void> => {
    const evaluations = places.flatMap((place) => plans.map((_, plan) => ({ plan, replicate: first + place })));
    const job: EvaluationJob = { plans, seed, statistics: [], evaluations, whole };
    const made = done;
    const results = await evaluate(job, {
      passing: true,
      resumable,
      heardOnly: true,
      onOutcome: (e, outcome) => {
        if ("values" in outcome) rows.set(outcome.values, e * whole.width);
      },
      signal,
      onProgress: (now) => onProgress?.(made + now, replicates * plans.length),
    });
    done += evaluations.length;
    if (results.listed) return;
    const failed = new Set<number>();
    for (const { evaluation, stage, cause } of results.failures) {
      const { plan, replicate } = evaluations[evaluation] as (typeof evaluations)[number];
      failures.push({ plan, replicate, stage, cause });
      failed.add(replicate - first);
    }
    evaluations.forEach(({ plan, replicate }, e) => onRun?.(plan, replicate, results.checksums[e] as string));
    const runsOf = (plan: number): StreamedRun[] => {
      const own = (runs[plan] as (typeof runs)[number]).slice(0, places.length);
      own.forEach((run, p) => {
        run.place = places[p] as number;
        run.unit = run.place % round;
        run.checksum = results.checksums[p * plans.length + plan] as string;
      });
      return own.filter(({ place }) => !failed.has(place));
    };
    const baseline = runsOf(0);
    streams.forEach((stream, plan) => {
      if (plan === 0) stream.add(baseline);
      else stream.add(runsOf(plan), baseline);
    });
  };

  let places: number[] = [];
  for (const place of worldByWorld(replicates, round)) {
    places.push(place);
    if (places.length < batch) continue;
    await make(places);
    places = [];
  }
  if (places.length > 0) await make(places);

  const left = new Set(failures.map(({ replicate }) => replicate));
  if (left.size === replicates) throw allFailed(failures);
  const which = replicatesOf(plans[0] as Plan, seed, first, replicates);
  return { ensembles: streams.map((stream) => stream.ensemble(which, left)), failures };
}
