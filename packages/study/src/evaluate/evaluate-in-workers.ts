import { breathe } from "../workers/breathe.ts";
import { Crew, type WorkerLike } from "../workers/crew.ts";
import type { EvaluateReply } from "./chunk.ts";
import { evaluated } from "./evaluated.ts";
import type { EvaluateOptions, Evaluation, EvaluationJob, EvaluationResults } from "./evaluation.ts";
import { EvaluationQueue } from "./evaluation-queue.ts";
import { requestOf, type Task, type Work } from "./handed-work.ts";
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
  /** Makes the runs of a job on the workers, with the results of {@link evaluateHere}. */
  readonly evaluate: (job: EvaluationJob, options?: PoolOptions) => Promise<EvaluationResults>;
  /** Ends the workers; jobs that are not finished are rejected. A job given later starts workers again. */
  dispose(): void;
}

/** Chunks that a worker has ahead: this thread, which may be making a run, would else hear late that it is idle. */
const ahead = 1;

/** Deaths without a reply between them after which a job counts as failed: no worker can be had. */
const deathsInARow = 10;

/**
 * Keeps a pool of workers that evaluate jobs in chunks, of which each has one ahead. The results are those of
 * {@link evaluateHere} bit for bit; those of a worker that dies are made again by another.
 */
export function evaluateInWorkers(options: WorkerPoolOptions): WorkerPool {
  const { spawn, workers = 1, silence = 600_000 } = options;
  const queue = new EvaluationQueue(workers);
  const known = new WeakMap<WorkerLike, KnownPlans>();
  /** Workers that died since the last reply. */
  let deaths = 0;

  const plansOf = (worker: WorkerLike): KnownPlans => {
    const plans = known.get(worker) ?? new KnownPlans();
    known.set(worker, plans);
    return plans;
  };
  const feed = (): void => crew.feed(() => queue.take());

  const crew: Crew<Task, EvaluateReply> = new Crew({
    spawn,
    size: workers,
    ahead,
    silence,
    message: (task, job, worker) => requestOf(task, job, plansOf(worker)),
    onReply: (task, reply) => {
      deaths = 0;
      queue.reply(task, reply);
      feed();
    },
    onDeath: (task, cause, unbegun) => {
      deaths++;
      for (const one of unbegun) queue.putBack(one);
      if (task) queue.giveBack(task, cause);
      if (deaths >= deathsInARow) {
        deaths = 0;
        queue.giveUp(`${deathsInARow} workers died in a row: ${cause}`);
      }
      feed();
    },
  });

  /** Makes runs of a job in this thread until none is left that nobody works on, then those that workers still owe, the last first. */
  const help = async (work: Work): Promise<void> => {
    const { plans, evaluations } = work.job;
    const makeAll = async (places: readonly number[]): Promise<void> => {
      const left = places.filter((place) => work.made[place] !== 1);
      const asked = left.map((place) => evaluations[place] as Evaluation);
      for (const [i, outcome] of evaluated(work.job, asked, ({ plan }) => plans[plan])) {
        queue.keep(work, [[left[i] as number, outcome]]);
        await breathe();
        if (!queue.holds(work)) return;
      }
    };
    await breathe();
    for (let task = queue.takeFresh(work); task !== undefined; task = queue.takeFresh(work)) await makeAll(task.places);
    // A worker that has only begun to start may take long; what kills workers is not tried here.
    await makeAll(queue.owed(work).reverse());
  };

  const evaluate: WorkerPool["evaluate"] = (job, options = {}) => {
    const { work, results } = queue.add(job, options);
    feed();
    if (options.here !== undefined) void help(work);
    return results;
  };
  const dispose = (): void => {
    crew.dispose();
    queue.end(new Error("the workers were ended"));
  };
  return { evaluate, dispose };
}
