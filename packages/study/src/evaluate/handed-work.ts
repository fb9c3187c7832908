import type { Plan } from "@uptake/model";
import type { EvaluateRequest } from "./chunk.ts";
import { type ChunkLength, chunkEnd } from "./chunk-end.ts";
import type { Outcomes } from "./collected-results.ts";
import type { Evaluation, EvaluationJob, Signal } from "./evaluation.ts";
import type { KnownPlans } from "./known-plans.ts";

/** Holds a job under way and the places of its evaluations that nobody works on. */
export interface Work {
  readonly job: EvaluationJob;
  readonly outcomes: Outcomes;
  readonly signal: Signal | undefined;
  /** Evaluations in the order in which they are handed out, and the place there of the first that never was. */
  readonly order: readonly number[];
  next: number;
  /** Whether each evaluation has its outcome. */
  readonly made: Uint8Array;
  /** Whether this thread makes runs of it too, and how many threads do in all. */
  readonly helped: boolean;
  readonly hands: number;
  /** Evaluations left by workers that died, handed out one by one: any of those that they were at may be what kills. */
  readonly left: number[];
  /** Workers that died at each evaluation, alone or among others. */
  readonly deaths: Map<number, number>;
  readonly finish: (error?: { readonly thrown: unknown }) => void;
}

/** Names the evaluations that a worker is given. */
export interface Task {
  readonly work: Work;
  readonly places: readonly number[];
}

/** Takes the next evaluations that nobody works on. */
export function taskOf(work: Work, cost: number, lasting: ChunkLength): Task | undefined {
  const again = work.left.shift();
  return again === undefined ? freshTask(work, cost, lasting) : { work, places: [again] };
}

/** Takes the next evaluations that nobody has worked on, of which each takes `cost` milliseconds. */
export function freshTask(work: Work, cost: number, lasting: ChunkLength): Task | undefined {
  const { job, order, next: from, hands } = work;
  if (from >= order.length) return undefined;
  const replicateAt = (i: number): number => (job.evaluations[order[i] as number] as Evaluation).replicate;
  work.next = chunkEnd({ replicateAt, from, length: order.length, hands, cost, lasting });
  return { work, places: order.slice(from, work.next) };
}

/** Writes what a worker is told, with the plans it does not know yet. */
export function requestOf({ work, places }: Task, job: number, known: KnownPlans): EvaluateRequest {
  const { plans, seed, statistics, evaluations, whole } = work.job;
  const asked = places.map((place) => evaluations[place] as Evaluation);
  const needed = new Set<Plan>(asked.flatMap(({ plan }) => plans[plan] ?? []));
  const { numbers, send, forget } = known.tell(needed);
  // A plan that is not there gets a number that no plan has, so that the run fails as it would in this thread.
  const numbered = asked.map((one) => ({ ...one, plan: numbers.get(plans[one.plan] as Plan) ?? -1 - one.plan }));
  return { job, plans: send, forget, seed, statistics, evaluations: numbered, ...(whole ? { whole } : {}) };
}
