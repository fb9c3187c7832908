import type { Plan } from "@uptake/model";
import type { Ensemble } from "../ensemble/ensemble.ts";

/** Asks for the curve of a plan, and for a baseline in the same worlds and luck to hold it against. */
export interface CurveRequest {
  /** The plan. */
  readonly plan: Plan;
  /** What it is held against (default nothing). */
  readonly baseline?: Plan | undefined;
  /** Number of replicates, 25 … 100,000 (default 100): fewer tell nothing. */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Whether a finger moves the plan, so that a sketch is enough until it rests (default false). */
  readonly dragging?: boolean;
}

/** Holds what every update tells. What it gives is worked out when it is first asked for. */
export interface CommonUpdate<Request> {
  /** The very request that this answers. */
  readonly request: Request;
  /** Leading replicates of the plan that are finished, of how many. */
  readonly done: number;
  /** Replicates that were asked for. */
  readonly total: number;
  /** Returns the median of a series at each index 0 … horizon, NaN where no run has a value. */
  readonly median: (series: string) => readonly number[];
}

/** Tells of a plan whose runs are not all there: its median alone, about where it will be. */
export interface Sketch<Request = CurveRequest> extends CommonUpdate<Request> {
  /** Says that runs are missing. */
  readonly sketch: true;
}

/** Tells of a plan all of whose runs are there, and all of the baseline's where one was asked for. */
export interface Finished<Request = CurveRequest> extends CommonUpdate<Request> {
  /** Says that all runs are there. */
  readonly sketch: false;
  /** Returns the runs of the plan as `ensemble` would give them, bit for bit. */
  readonly plan: () => Ensemble;
  /** Returns those of the baseline; undefined where none was asked for. */
  readonly baseline: () => Ensemble | undefined;
}

/** Tells how far a request is. */
export type CurveUpdate<Request = CurveRequest> = Sketch<Request> | Finished<Request>;
