import { breathe } from "../workers/breathe.ts";
import { Crew, type WorkerLike } from "../workers/crew.ts";
import { byReplicate } from "./by-replicate.ts";
import type { EvaluateReply } from "./chunk.ts";
import { Outcomes } from "./collected-results.ts";
import { evaluated } from "./evaluated.ts";
import {
  type EvaluateOptions,
  type Evaluation,
  type EvaluationJob,
  type EvaluationResults,
  numbersOf,
  type Outcome,
} from "./evaluation.ts";
import { freshTask, requestOf, type Task, taskOf, type Work } from "./handed-work.ts";
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

/** Says how a pool evaluates a job, beside who hears of it. */
export interface PoolOptions extends EvaluateOptions {
  /** Milliseconds that a run takes in this thread, which then makes runs too while workers do; it makes none unless given. */
  readonly here?: number;
}

/** Evaluates jobs on workers that are kept from one job to the next. */
export interface WorkerPool {
  readonly evaluate: (job: EvaluationJob, options?: PoolOptions) => Promise<EvaluationResults>;
  /** Ends the workers; jobs that are not finished are rejected. A job given later starts workers again. */
  dispose(): void;
}

/** Deaths of workers at one evaluation after which it counts as failed. */
const deathsEach = 3;
/** Deaths without a reply between them after which a job counts as failed: no worker can be had. */
const deathsInARow = 10;

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
  let cost = 50;
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
        const task = taskOf(work, cost);
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
        if (work.made[place] === 1) continue;
        work.made[place] = 1;
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
          // What no worker was given, this thread may make.
          const untried = work.helped ? [] : work.order.slice(work.next);
          work.next += untried.length;
          giveUp(work, [...work.left.splice(0), ...untried], `${deathsInARow} workers died in a row: ${cause}`);
        }
      }
      feed();
    },
  });

  /** Makes runs of a job in this thread until none is left that nobody works on, then those that workers still owe. */
  const help = async (work: Work): Promise<void> => {
    const { plans, evaluations } = work.job;
    const makeAll = async (places: readonly number[]): Promise<void> => {
      const left = places.filter((place) => work.made[place] !== 1);
      const asked = left.map((place) => evaluations[place] as Evaluation);
      for (const [i, outcome] of evaluated(work.job, asked, ({ plan }) => plans[plan])) {
        keep(work, [[left[i] as number, outcome]]);
        await breathe();
        if (!works.has(work)) return;
      }
    };
    await breathe();
    for (;;) {
      const task = works.has(work) ? freshTask(work, cost) : undefined;
      if (task === undefined) break;
      await makeAll(task.places);
    }
    // A worker that has only begun to start may take long; what kills workers is not tried here.
    const owed = crew.tasks().filter((task) => task.work === work);
    await makeAll(owed.flatMap(({ places }) => places.filter((place) => !work.deaths.has(place))).reverse());
  };

  const evaluate: WorkerPool["evaluate"] = (job, { signal, here, ...listeners } = {}) =>
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
      const work: Work = {
        job,
        outcomes,
        signal,
        order,
        next: 0,
        made: new Uint8Array(order.length),
        helped: here !== undefined,
        hands: workers + (here === undefined ? 0 : 1),
        left: [],
        deaths: new Map(),
        finish,
      };
      if (job.evaluations.length === 0) return finish();
      works.add(work);
      signal?.addEventListener?.("abort", abort);
      abort();
      if (here !== undefined) cost = here;
      feed();
      if (here !== undefined) void help(work);
    });
  const dispose = (): void => {
    crew.dispose();
    for (const work of works) work.finish({ thrown: new Error("the workers were ended") });
  };
  return { evaluate, dispose };
}
