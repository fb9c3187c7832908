import { breathe } from "../workers/breathe.ts";
import { platform } from "../workers/platform.ts";
import { byReplicate } from "./by-replicate.ts";
import { Outcomes } from "./collected-results.ts";
import type { WorkerPool } from "./evaluate-in-workers.ts";
import { evaluated } from "./evaluated.ts";
import type { EvaluateOptions, Evaluation, EvaluationJob, EvaluationResults, Outcome, Signal } from "./evaluation.ts";
import { threadsPay } from "./threads-pay.ts";

/** Says what threads cost before they save anything. */
export interface WhereItPaysOptions {
  /**
   * Milliseconds of work that starting a worker takes: it loads the model, is slow at first and slows this thread meanwhile
   * (default 5,000; studies on two threads of one slow core lost 2.6 to 5.1 s).
   */
  readonly startup?: number;
  /** Milliseconds of runs made here before the rest is judged (default 300). */
  readonly trial?: number;
  /**
   * Reads the clock that work is measured by, in milliseconds (default that of the wall). One of the work of this thread
   * alone is not misled by a busy machine, on which threads save nothing.
   */
  readonly clock?: () => number;
}

/**
 * Makes runs in this thread, and shares the rest of a job with a pool of workers when the time that is left, by the
 * runs made so far, is worth their start. The results are those of {@link evaluateHere} bit for bit.
 */
export function evaluateWhereItPays(
  pool: WorkerPool,
  { startup = 5_000, trial = 300, clock = () => platform.performance.now() }: WhereItPaysOptions = {},
): WorkerPool {
  let started = false;
  /** Milliseconds of runs made here in all, and what each of the latest took. */
  let spent = 0;
  let latest: number | undefined;

  /** Makes runs of `order` here until the rest is worth handing on; returns what of `order` was not made. */
  const begin = async (
    job: EvaluationJob,
    order: readonly number[],
    outcomes: Outcomes,
    signal: Signal | undefined,
  ): Promise<readonly number[]> => {
    const ends = [clock()];
    const made = new Set<number>();
    const handsOn = (): boolean => {
      const done = made.size;
      const now = ends[done] as number;
      // The first runs are slower than the rest, so the latest quarter of them is what tells.
      const from = Math.floor(0.75 * done);
      if (done > 0) latest = (now - (ends[from] as number)) / (done - from);
      if (latest === undefined || !(started || now - (ends[0] as number) > trial)) return false;
      return threadsPay({ left: latest * (order.length - done), spent, started, startup });
    };
    signal?.throwIfAborted();
    if (handsOn()) return order;
    const asked = order.map((place) => job.evaluations[place] as Evaluation);
    for (const [i, outcome] of evaluated(job, asked, ({ plan }) => job.plans[plan])) {
      signal?.throwIfAborted();
      outcomes.keep(order[i] as number, outcome);
      const end = clock();
      spent += end - (ends[made.size] as number);
      made.add(i);
      ends.push(end);
      if (await breathe()) ends[made.size] = clock();
      if (handsOn()) break;
    }
    return order.filter((_, i) => !made.has(i));
  };

  const evaluate = async (job: EvaluationJob, options: EvaluateOptions = {}): Promise<EvaluationResults> => {
    const { signal } = options;
    const outcomes = new Outcomes(job, options);
    const order = byReplicate(job.evaluations);
    const rest = await begin(job, order, outcomes, signal);
    if (rest.length > 0) {
      started = true;
      const evaluations = rest.map((place) => job.evaluations[place] as Evaluation);
      const onOutcome = (m: number, outcome: Outcome): void => outcomes.keep(rest[m] as number, outcome);
      const here = latest as number;
      await pool.evaluate({ ...job, evaluations }, { onOutcome, heardOnly: true, here, signal });
    }
    return outcomes.results();
  };
  return { evaluate, dispose: () => pool.dispose() };
}
