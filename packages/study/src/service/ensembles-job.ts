import type { Plan } from "@uptake/model";
import type { Ensemble } from "../ensemble/ensemble.ts";
import type { Rows, Seat } from "../ensemble/rows.ts";
import type { RowsJob, RowsTask } from "./dispatch.ts";

/** Holds a plan, the rows of it and how many of them are wanted. */
export interface WantedRows {
  readonly plan: Plan;
  readonly rows: Rows;
  readonly total: number;
}

/** Hears of ensembles that are being made. */
export interface EnsemblesListener {
  /** Hears how many replicates are there, of all plans. */
  readonly onProgress: (done: number, total: number) => void;
  /** Hears the ensembles, once all rows are there. */
  readonly onEnsembles: (ensembles: Ensemble[]) => void;
  readonly onError: (thrown: unknown) => void;
}

/** Collects all rows of plans. */
export class EnsemblesJob implements RowsJob {
  readonly #wanted: readonly WantedRows[];
  readonly #listener: EnsemblesListener;

  constructor(wanted: readonly WantedRows[], listener: EnsemblesListener) {
    this.#wanted = wanted;
    this.#listener = listener;
  }

  next(size: number, seat: Seat): Omit<RowsTask, "job"> | undefined {
    for (const { rows, total } of this.#wanted) {
      const range = rows.take(total, size, seat);
      if (range) return { ...range, rows };
    }
    return undefined;
  }

  uses(rows: Rows): boolean {
    return this.#wanted.some((one) => one.rows === rows);
  }

  heard(): void {
    const total = this.#wanted.reduce((sum, one) => sum + one.total, 0);
    const done = this.#wanted.reduce((sum, { rows, total: most }) => sum + Math.min(most, rows.done), 0);
    try {
      this.#listener.onProgress(done, total);
      if (done < total) return;
    } catch (thrown) {
      this.#listener.onError(thrown);
      return;
    }
    this.#listener.onEnsembles(this.#wanted.map(({ plan, rows, total: count }) => rows.ensemble(plan, count)));
  }

  fail(error: Error): void {
    this.#listener.onError(error);
  }
}
