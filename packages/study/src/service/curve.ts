import { InputError, type Plan } from "@uptake/model";
import { checkReplicates } from "../ensemble/ensemble.ts";
import { mismatches } from "../ensemble/mismatches.ts";
import type { Rows, Seat } from "../ensemble/rows.ts";
import { platform } from "../workers/platform.ts";
import type { CurveRequest, CurveUpdate } from "./curve-update.ts";
import type { Dispatch, RowsJob, RowsTask } from "./dispatch.ts";
import type { KeptRows } from "./kept-rows.ts";
import { type LeadingRows, medianOfRows, movedMedian } from "./median-of-rows.ts";

/** Says who hears of a channel. */
export interface CurveListeners<Request extends CurveRequest = CurveRequest> {
  /** Hears each update of the last request. */
  readonly onUpdate: (update: CurveUpdate<Request>) => void;
  /** Hears that a request cannot be answered; the next one tries afresh. */
  readonly onError?: (error: Error, request: Request) => void;
}

/** Holds a request that is being answered. */
interface Job<Request> {
  readonly request: Request;
  readonly rows: Rows;
  readonly baseline: Rows | undefined;
  readonly total: number;
  /** How still the finger is: it moves, it has just stopped, it rests. */
  pace: 0 | 1 | 2;
  shown: { readonly done: number; readonly at: number };
}

/** Replicates below which nothing is told but a sketch. */
const fewestRuns = 25;

/** Replicates of a sketch while the finger moves, and when it has just stopped. */
const sketchRuns = [1, fewestRuns] as const;

/** Milliseconds without a request after which the finger has stopped, and after which it rests. */
const stopped = 60;
const rests = 250;

/** Milliseconds between two updates of one request, and from one that is no longer worth drawing to the last. */
const showMs = 150;

/** Answers the latest of many requests: a channel of the service. */
export class Curve<Request extends CurveRequest = CurveRequest> implements RowsJob {
  readonly #dispatch: Dispatch;
  readonly #kept: KeptRows;
  readonly #listeners: CurveListeners<Request>;
  #current: Job<Request> | undefined;
  #queued: Request | undefined;
  #timer: unknown;
  /** The last plan all of whose runs are there: sketches of others begin with it. */
  #anchor: (LeadingRows & { readonly plan: Plan }) | undefined;
  #closed = false;

  /** Opens a channel; `SimulationService.curve` does. */
  constructor(dispatch: Dispatch, kept: KeptRows, listeners: CurveListeners<Request>) {
    this.#dispatch = dispatch;
    this.#kept = kept;
    this.#listeners = listeners;
  }

  /**
   * Asks for a plan in place of what was asked before. Waits for no more than the first replicate of what is being
   * answered; a request that waits is dropped when a newer one comes. Calls `onUpdate` before it returns where rows are
   * kept. Each request then has updates as its replicates come: the first, the last, and between them at most one in
   * 150 ms, none where all will be there as soon as that.
   *
   * @throws InputError when plan and baseline cannot be compared, or an option is out of range.
   */
  request(request: Request): void {
    const { plan, baseline, replicates = 100, seed = "uptake" } = request;
    check(replicates, seed);
    const issues = baseline ? mismatches(baseline, plan, "plan") : [];
    if (issues.length > 0) throw new InputError(issues);
    if (this.#closed) return;
    const running = this.#current?.rows;
    if (running && running.done === 0 && running.next(1) > 0) this.#queued = request;
    else this.#start(request);
  }

  /** Ends what is being answered; the next request starts afresh. */
  cancel(): void {
    platform.clearTimeout(this.#timer);
    this.#current = undefined;
    this.#queued = undefined;
    this.#dispatch.drop(this);
  }

  /** Closes the channel; nothing is heard of any request afterwards. */
  close(): void {
    this.cancel();
    this.#closed = true;
  }

  /** Takes the plan's first replicates, then whichever of baseline and plan is behind. While a finger moves, the first alone. */
  next(size: number, seat: Seat): Omit<RowsTask, "job"> | undefined {
    const job = this.#current;
    if (!job) return undefined;
    const { rows, baseline, total, pace } = job;
    const behind = pace === 2 && baseline && baseline.next(total) < rows.next(total) ? baseline : rows;
    const range = behind.take(this.#wanted(job), rows.next(total) === 0 ? 1 : size, seat);
    return range && { ...range, rows: behind };
  }

  uses(rows: Rows): boolean {
    return rows === this.#current?.rows || rows === this.#current?.baseline;
  }

  heard(): void {
    const queued = this.#queued;
    const begun = this.#current !== undefined && this.#current.rows.done > 0;
    try {
      if (this.#current) this.#show(this.#current);
    } finally {
      // A listener may have asked for something else meanwhile.
      if (begun && queued && this.#queued === queued) this.#start(queued);
    }
  }

  fail(error: Error): void {
    const failed = this.#current?.request;
    const next = this.#queued;
    this.cancel();
    if (failed) this.#listeners.onError?.(error, failed);
    if (next) this.#start(next);
  }

  #start(request: Request): void {
    const { plan, baseline, replicates: total = 100, seed = "uptake", dragging = false } = request;
    platform.clearTimeout(this.#timer);
    const job: Job<Request> = {
      request,
      rows: this.#kept.of(plan, seed),
      baseline: baseline && this.#kept.of(baseline, seed),
      total,
      pace: dragging ? 0 : 2,
      shown: { done: 0, at: Number.NEGATIVE_INFINITY },
    };
    this.#queued = undefined;
    this.#current = job;
    if (dragging) this.#slowDown(job, 1, stopped);
    this.#show(job);
    if (this.#current === job) this.#dispatch.add("curve", this);
  }

  /** Asks for more of the same plan once the finger has not moved for a while. */
  #slowDown(job: Job<Request>, pace: 1 | 2, after: number): void {
    this.#timer = platform.setTimeout(() => {
      if (this.#current !== job) return;
      job.pace = pace;
      if (pace === 1) this.#slowDown(job, 2, rests - stopped);
      this.#dispatch.feed();
    }, after);
  }

  /** Says how many replicates of the plan a job asks for as yet. */
  #wanted({ total, pace }: Job<Request>): number {
    return pace === 2 ? total : Math.min(total, sketchRuns[pace]);
  }

  #show(job: Job<Request>): void {
    const { request, rows, baseline, total, shown } = job;
    const done = Math.min(total, rows.done);
    const finished = done === total && (!baseline || baseline.done >= total);
    const now = platform.performance.now();
    const since = now - shown.at;
    const more = done - shown.done;
    // At the pace since the last update, the first of all being told whatever the pace is.
    const left = ((total - done) / more) * since;
    const due = since >= showMs && left >= showMs;
    if (done === 0 || !(finished || (more > 0 && (due || done === this.#wanted(job))))) return;
    job.shown = { done, at: now };
    const { plan, baseline: usual } = request;
    const anchor = this.#anchor;
    const own = { rows, count: done };
    const common = { request, done, total };
    if (!finished) {
      const paired = (): boolean =>
        anchor !== undefined &&
        anchor.count > done &&
        anchor.rows.seed === rows.seed &&
        mismatches(anchor.plan, plan, "").length === 0;
      const median = (name: string): number[] =>
        anchor && paired() ? movedMedian(own, anchor, name) : medianOfRows(own, name);
      this.#listeners.onUpdate({ ...common, sketch: true, median });
      return;
    }
    this.#anchor = { ...own, plan };
    const queued = this.#queued;
    this.cancel();
    this.#queued = queued;
    this.#listeners.onUpdate({
      ...common,
      sketch: false,
      median: (name) => medianOfRows(own, name),
      plan: () => rows.ensemble(plan, total),
      baseline: () => baseline && usual && baseline.ensemble(usual, total),
    });
  }
}

function check(replicates: number, seed: string): void {
  checkReplicates(replicates, seed, 0);
  if (replicates >= fewestRuns) return;
  const message = `${replicates} replicates are too few to tell anything`;
  const allowed = `a whole number, ${fewestRuns} to 100,000`;
  throw new InputError([{ code: "out-of-range", path: "replicates", message, value: replicates, allowed }]);
}
