import type { Plan } from "@uptake/model";
import { evaluated } from "./evaluated.ts";
import { type Evaluation, type EvaluationJob, type Failed, numbersOf } from "./evaluation.ts";

/** Asks a worker for some evaluations; their plans are named by numbers that the worker has been told. */
export interface EvaluateRequest extends Pick<EvaluationJob, "seed" | "statistics" | "whole"> {
  /** Number that the reply repeats. */
  readonly job: number;
  /** Plans to remember by number, and numbers to forget. */
  readonly plans: readonly (readonly [number: number, plan: Plan])[];
  readonly forget: readonly number[];
  readonly evaluations: readonly Evaluation[];
}

/** Holds what the evaluations of a request gave, in their order. */
export interface EvaluateReply {
  readonly job: number;
  /** Evaluations × {@link numbersOf}, row by row; rows of failed runs are NaN. */
  readonly values: Float64Array<ArrayBuffer>;
  /** The checksum of each run, or why it failed. */
  readonly ends: readonly (string | Failed)[];
  /** Milliseconds that it took. */
  readonly ms: number;
}

/** Evaluates a request; `known` holds the plans that the worker remembers. Never throws. */
export function evaluateChunk(known: Map<number, Plan>, request: EvaluateRequest, now: () => number): EvaluateReply {
  const { job, plans, forget, evaluations } = request;
  const begun = now();
  for (const number of forget) known.delete(number);
  for (const [number, plan] of plans) known.set(number, plan);
  const width = numbersOf(request);
  const values = new Float64Array(evaluations.length * width).fill(Number.NaN);
  const ends = new Array<string | Failed>(evaluations.length);
  for (const [i, outcome] of evaluated(request, evaluations, ({ plan }) => known.get(plan))) {
    if ("values" in outcome) values.set(outcome.values, i * width);
    ends[i] = "values" in outcome ? outcome.checksum : outcome;
  }
  return { job, values, ends, ms: now() - begun };
}
