import { platform } from "../workers/platform.ts";
import { byReplicate } from "./by-replicate.ts";
import { Outcomes } from "./collected-results.ts";
import type { WorkerPool } from "./evaluate-in-workers.ts";
import type { EvaluateOptions, Evaluation, EvaluationJob, EvaluationResults, Outcome, Signal } from "./evaluation.ts";
import { evaluator } from "./evaluator.ts";

/** Says what threads cost before they save anything. */
export interface WhereItPaysOptions {
  /** Workers of the pool. */
  readonly workers: number;
  /** Milliseconds of work that starting a worker takes: it loads the model and is slow at first (default 1,200). */
  readonly startup?: number;
  /** Milliseconds of runs made here before the rest is judged (default 500). */
  readonly trial?: number;
  /**
   * Reads the clock that work is measured by, in milliseconds (default that of the wall). One of the work of this thread
   * alone is not misled by a busy machine, on which threads save nothing.
   */
  readonly clock?: () => number;
}

/** Milliseconds of work after which others get the thread. */
const slice = 50;

/**
 * Makes runs in this thread and hands the rest of a job to a pool of workers when the time that is left, by the runs made so
 * far, is worth it: when workers save more than starting them costs. A search made of small jobs starts them too, once as
 * much has been made here as they cost. The results are those of {@link evaluateHere} bit for bit.
 */
export function evaluateWhereItPays(
  pool: WorkerPool,
  { workers, startup = 1_200, trial = 500, clock = () => platform.performance.now() }: WhereItPaysOptions,
): WorkerPool {
  let started = false;
  /** Milliseconds of runs made here in all, and what each of the latest took. */
  let spent = 0;
  let latest: number | undefined;
  const saved = (ms: number): number => ms * (1 - 1 / workers);
  const pays = (left: number): boolean =>
    workers > 1 &&
    saved(left) > (started ? startup / 10 : Math.max(startup / 10, startup * workers - saved(spent) / 2));

  /** Makes runs of `order` here until the rest is worth handing on; returns how many were made. */
  const begin = async (
    job: EvaluationJob,
    order: readonly number[],
    outcomes: Outcomes,
    signal: Signal | undefined,
  ): Promise<number> => {
    const make = evaluator(job);
    const begun = clock();
    const ends = [begun];
    let breath = platform.performance.now();
    for (const [done, place] of order.entries()) {
      signal?.throwIfAborted();
      const now = ends[done] as number;
      // The first runs are slower than the rest, so the latest quarter of them is what tells.
      const from = Math.floor(0.75 * done);
      if (done > 0) latest = (now - (ends[from] as number)) / (done - from);
      const known = latest !== undefined && (started || now - begun > trial);
      if (known && pays((latest as number) * (order.length - done))) return done;
      const evaluation = job.evaluations[place] as Evaluation;
      outcomes.keep(place, make(job.plans[evaluation.plan], evaluation));
      const end = clock();
      spent += end - now;
      ends.push(end);
      if (platform.performance.now() - breath > slice) {
        await new Promise<void>((resolve) => platform.setTimeout(resolve, 0));
        breath = platform.performance.now();
        ends[done + 1] = clock();
      }
    }
    return order.length;
  };

  const evaluate = async (job: EvaluationJob, options: EvaluateOptions = {}): Promise<EvaluationResults> => {
    const { signal } = options;
    const outcomes = new Outcomes(job, options);
    const order = byReplicate(job.evaluations);
    const rest = order.slice(await begin(job, order, outcomes, signal));
    if (rest.length > 0) {
      started = true;
      const evaluations = rest.map((place) => job.evaluations[place] as Evaluation);
      const onOutcome = (m: number, outcome: Outcome): void => outcomes.keep(rest[m] as number, outcome);
      await pool.evaluate({ ...job, evaluations }, { onOutcome, ...(signal ? { signal } : {}) });
    }
    return outcomes.results();
  };
  return { evaluate, dispose: () => pool.dispose() };
}
