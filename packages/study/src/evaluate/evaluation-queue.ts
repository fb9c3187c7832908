import { byReplicate } from "./by-replicate.ts";
import type { EvaluateReply } from "./chunk.ts";
import { type ChunkLength, usualLength } from "./chunk-end.ts";
import { Outcomes } from "./collected-results.ts";
import {
  type EvaluateOptions,
  type EvaluationJob,
  type EvaluationResults,
  numbersOf,
  type Outcome,
} from "./evaluation.ts";
import { freshTask, type Task, taskOf, type Work } from "./handed-work.ts";
import { onAbort } from "./on-abort.ts";

/** Deaths of workers at one evaluation after which it counts as failed. */
const deathsEach = 3;

/** Returns what the `i`-th evaluation of a reply gave. */
function outcomeOf({ values, ends }: EvaluateReply, i: number, width: number): Outcome {
  const end = ends[i] as EvaluateReply["ends"][number];
  return typeof end === "string" ? { values: values.subarray(i * width, (i + 1) * width), checksum: end } : end;
}

/**
 * Hands the evaluations of jobs out in chunks, the first job first, and collects what workers make of them. The results are
 * those of `evaluateHere` bit for bit, whatever the number of workers, their speed or their deaths: what a dead worker
 * leaves is handed out again, and a run at which three have died is a failure of stage `worker`.
 */
export class EvaluationQueue {
  readonly #works = new Set<Work>();
  readonly #workers: number;
  /** Milliseconds a run takes, by the latest chunks. */
  #cost = 50;

  /** Makes an empty queue for `workers` workers. */
  constructor(workers: number) {
    this.#workers = workers;
  }

  /** Whether a job is neither finished nor ended. */
  holds(work: Work): boolean {
    return this.#works.has(work);
  }

  /**
   * Takes a job. `here` is what a run takes, in milliseconds, in this thread, where that makes runs too. A job without
   * evaluations, or of a signal that is aborted, ends at once.
   */
  add(
    job: EvaluationJob,
    { signal, here, ...listeners }: EvaluateOptions & { readonly here?: number | undefined },
  ): { readonly work: Work; readonly results: Promise<EvaluationResults> } {
    const order = byReplicate(job.evaluations);
    const outcomes = new Outcomes(job, listeners);
    let settle: Work["finish"] = () => undefined;
    const results = new Promise<EvaluationResults>((resolve, reject) => {
      settle = (error) => (error ? reject(error.thrown) : resolve(outcomes.results()));
    });
    let unheard = (): void => undefined;
    const work: Work = {
      job,
      outcomes,
      signal,
      order,
      next: 0,
      made: new Uint8Array(order.length),
      helped: here !== undefined,
      hands: this.#workers + (here === undefined ? 0 : 1),
      left: [],
      deaths: new Map(),
      finish: (error) => {
        this.#works.delete(work);
        unheard();
        settle(error);
      },
    };
    if (here !== undefined) this.#cost = here;
    if (order.length === 0) work.finish();
    else {
      this.#works.add(work);
      unheard = onAbort(signal, (thrown) => work.finish({ thrown }));
    }
    return { work, results };
  }

  /** Takes the next chunk of the first job that has one, about as long as `length` says. */
  take(length: ChunkLength = usualLength): Task | undefined {
    for (const work of this.#works) {
      const task = taskOf(work, this.#cost, length);
      if (task) return task;
    }
    return undefined;
  }

  /** Takes the next chunk of a job that no worker has had. */
  takeFresh(work: Work): Task | undefined {
    return this.holds(work) ? freshTask(work, this.#cost, usualLength) : undefined;
  }

  /** Keeps what a worker made of a chunk. */
  reply({ work, places }: Task, reply: EvaluateReply): void {
    this.#cost += 0.3 * (Math.max(1e-3, reply.ms / places.length) - this.#cost);
    const width = numbersOf(work.job);
    this.keep(
      work,
      places.map((place, i) => [place, outcomeOf(reply, i, width)]),
    );
  }

  /** Keeps outcomes; what a listener throws ends its job and no other. */
  keep(work: Work, all: readonly (readonly [place: number, outcome: Outcome])[]): void {
    if (!this.holds(work)) return;
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
  }

  /** Takes back what a worker that died was at. */
  giveBack({ work, places }: Task, cause: string): void {
    for (const place of places) work.deaths.set(place, (work.deaths.get(place) ?? 0) + 1);
    const lost = places.filter((place) => work.deaths.get(place) === deathsEach);
    work.left.unshift(...places.filter((place) => !lost.includes(place)));
    this.#fail(work, lost, `${deathsEach} workers died at it: ${cause}`);
  }

  /** Takes back what a worker was given and had not begun when it died. */
  putBack({ work, places }: Task): void {
    work.left.unshift(...places);
  }

  /** Lists the evaluations of a job that are yet to come, in order, without those at which workers died. */
  owed({ order, made, deaths }: Work): number[] {
    return order.filter((place) => made[place] !== 1 && !deaths.has(place));
  }

  /** Fails all that waits for a worker, since none can be had; what this thread may make is left to it. */
  giveUp(cause: string): void {
    for (const work of this.#works) {
      const untried = work.helped ? [] : work.order.slice(work.next);
      work.next += untried.length;
      const left = work.left.splice(0);
      const lost = (place: number): boolean => !work.helped || work.deaths.has(place);
      work.left.push(...left.filter((place) => !lost(place)));
      this.#fail(work, [...left.filter(lost), ...untried], cause);
    }
  }

  /** Ends every job, which rejects with `error`. */
  end(error: Error): void {
    for (const work of this.#works) work.finish({ thrown: error });
  }

  #fail(work: Work, places: readonly number[], cause: string): void {
    this.keep(
      work,
      places.map((place) => [place, { stage: "worker", cause }]),
    );
  }
}
