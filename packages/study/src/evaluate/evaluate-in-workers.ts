import type { Plan } from "@uptake/model";
import { Crew, type WorkerLike } from "../workers/crew.ts";
import { byReplicate } from "./by-replicate.ts";
import type { EvaluateReply, EvaluateRequest } from "./chunk.ts";
import { Outcomes } from "./collected-results.ts";
import {
  type Evaluate,
  type EvaluateOptions,
  type Evaluation,
  type EvaluationJob,
  type EvaluationResults,
  numbersOf,
  type Outcome,
  type Signal,
} from "./evaluation.ts";
import { KnownPlans } from "./known-plans.ts";

/** Sets up a pool of workers. */
export interface WorkerPoolOptions {
  /** Makes a worker that runs `@uptake/study/evaluate-worker`. */
  readonly spawn: () => WorkerLike;
  /** Number of workers, at least 1 (default 1). They start when there is work for them. */
  readonly workers?: number;
  /** Milliseconds without a reply after which a worker counts as dead (default 600,000). */
  readonly silence?: number;
}

/** Evaluates jobs on workers that are kept from one job to the next. */
export interface WorkerPool {
  readonly evaluate: Evaluate;
  /** Ends the workers; jobs that are not finished are rejected. A job given later starts workers again. */
  dispose(): void;
}

/** Holds a job under way and the places of its evaluations that nobody works on. */
interface Work {
  readonly job: EvaluationJob;
  readonly outcomes: Outcomes;
  readonly signal: Signal | undefined;
  /** Evaluations in the order in which they are handed out, and the place there of the first that never was. */
  readonly order: readonly number[];
  next: number;
  /** Evaluations left by workers that died, handed out one by one: any of them may be what kills. */
  readonly left: number[];
  /** Workers that died at each evaluation, alone or among others. */
  readonly deaths: Map<number, number>;
  readonly finish: (error?: { readonly thrown: unknown }) => void;
}

/** Names the evaluations that a worker is given. */
interface Task {
  readonly work: Work;
  readonly places: readonly number[];
}

/** Milliseconds of work in a chunk: well above what a message costs, and well below what anybody waits for. */
const chunkMs = 50;
/** Deaths of workers at one evaluation after which it counts as failed. */
const deathsEach = 3;
/** Deaths without a reply between them after which a job counts as failed: no worker can be had. */
const deathsInARow = 10;

/** Says how large a chunk is: by what runs cost, and small enough at the end that no worker is left with most of it. */
function sizeOf(left: number, workers: number, cost: number): number {
  return Math.max(1, Math.min(Math.floor(chunkMs / cost), Math.ceil(left / (2 * workers))));
}

/** Takes the next evaluations that nobody works on. */
function taskOf(work: Work, workers: number, cost: number): Task | undefined {
  const again = work.left.shift();
  if (again !== undefined) return { work, places: [again] };
  const { order, next: from } = work;
  if (from >= order.length) return undefined;
  work.next = Math.min(order.length, from + sizeOf(order.length - from, workers, cost));
  return { work, places: order.slice(from, work.next) };
}

/** Writes what a worker is told, with the plans it does not know yet. */
function requestOf({ work, places }: Task, job: number, known: KnownPlans): EvaluateRequest {
  const { plans, seed, statistics, evaluations, whole } = work.job;
  const asked = places.map((place) => evaluations[place] as Evaluation);
  const needed = new Set<Plan>(asked.flatMap(({ plan }) => plans[plan] ?? []));
  const { numbers, send, forget } = known.tell(needed);
  // A plan that is not there gets a number that no plan has, so that the run fails as it would in this thread.
  const numbered = asked.map((one) => ({ ...one, plan: numbers.get(plans[one.plan] as Plan) ?? -1 - one.plan }));
  return { job, plans: send, forget, seed, statistics, evaluations: numbered, ...(whole ? { whole } : {}) };
}

/** Returns what the `i`-th evaluation of a reply gave. */
function outcomeOf({ values, ends }: EvaluateReply, i: number, width: number): Outcome {
  const end = ends[i] as EvaluateReply["ends"][number];
  return typeof end === "string" ? { values: values.subarray(i * width, (i + 1) * width), checksum: end } : end;
}

/**
 * Keeps a pool of workers that evaluate jobs, in chunks that each takes when it is idle. The results are those of
 * {@link evaluateHere} bit for bit, whatever the number of workers, their speed or their deaths: what a dead worker
 * leaves is given to others, and a run at which three have died is a failure of stage `worker`.
 */
export function evaluateInWorkers(options: WorkerPoolOptions): WorkerPool {
  const { spawn, workers = 1, silence = 600_000 } = options;
  const works = new Set<Work>();
  const known = new WeakMap<WorkerLike, KnownPlans>();
  /** Milliseconds a run takes, by the latest chunks. */
  let cost = chunkMs;
  /** Workers that died since the last reply. */
  let deaths = 0;

  const plansOf = (worker: WorkerLike): KnownPlans => {
    const plans = known.get(worker) ?? new KnownPlans();
    known.set(worker, plans);
    return plans;
  };
  const feed = (): void =>
    crew.feed(() => {
      for (const work of works) {
        const task = taskOf(work, workers, cost);
        if (task) return task;
      }
      return undefined;
    });
  /** Keeps outcomes; what a listener throws ends its job and no other. */
  const keep = (work: Work, all: readonly (readonly [number, Outcome])[]): void => {
    if (!works.has(work)) return;
    try {
      for (const [place, outcome] of all) {
        work.signal?.throwIfAborted();
        work.outcomes.keep(place, outcome);
      }
      if (work.outcomes.complete) work.finish();
    } catch (thrown) {
      work.finish({ thrown });
    }
  };
  const giveUp = (work: Work, places: readonly number[], cause: string): void =>
    keep(
      work,
      places.map((place) => [place, { stage: "worker", cause }]),
    );

  const crew: Crew<Task, EvaluateReply> = new Crew({
    spawn,
    size: workers,
    silence,
    message: (task, job, worker) => requestOf(task, job, plansOf(worker)),
    onReply: ({ work, places }, reply) => {
      deaths = 0;
      cost += 0.3 * (Math.max(1e-3, reply.ms / places.length) - cost);
      const width = numbersOf(work.job);
      keep(
        work,
        places.map((place, i) => [place, outcomeOf(reply, i, width)]),
      );
      feed();
    },
    onDeath: (task, cause) => {
      deaths++;
      if (task) {
        const { work, places } = task;
        for (const place of places) work.deaths.set(place, (work.deaths.get(place) ?? 0) + 1);
        const lost = places.filter((place) => work.deaths.get(place) === deathsEach);
        work.left.unshift(...places.filter((place) => !lost.includes(place)));
        giveUp(work, lost, `${deathsEach} workers died at it: ${cause}`);
      }
      if (deaths >= deathsInARow) {
        deaths = 0;
        for (const work of works) {
          const rest = [...work.left.splice(0), ...work.order.slice(work.next)];
          work.next = work.order.length;
          giveUp(work, rest, `${deathsInARow} workers died in a row: ${cause}`);
        }
      }
      feed();
    },
  });

  const evaluate: Evaluate = (job: EvaluationJob, { signal, ...listeners }: EvaluateOptions = {}) =>
    new Promise<EvaluationResults>((resolve, reject) => {
      const outcomes = new Outcomes(job, listeners);
      const abort = (): void => {
        try {
          signal?.throwIfAborted();
        } catch (thrown) {
          work.finish({ thrown });
        }
      };
      const finish: Work["finish"] = (error) => {
        works.delete(work);
        signal?.removeEventListener?.("abort", abort);
        if (error) reject(error.thrown);
        else resolve(outcomes.results());
      };
      const order = byReplicate(job.evaluations);
      const work: Work = { job, outcomes, signal, order, next: 0, left: [], deaths: new Map(), finish };
      if (job.evaluations.length === 0) return finish();
      works.add(work);
      signal?.addEventListener?.("abort", abort);
      abort();
      feed();
    });
  const dispose = (): void => {
    crew.dispose();
    for (const work of works) work.finish({ thrown: new Error("the workers were ended") });
  };
  return { evaluate, dispose };
}
