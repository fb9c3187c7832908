import type { Plan } from "@uptake/model";
import { Rows } from "../ensemble/rows.ts";

/** Bytes of rows that are kept: some 60 plans of 100 replicates over five years. */
const usualBytes = 96_000_000;

/** Keeps the rows of plans by what they were computed from, so that what was run once is not run again. */
export class KeptRows {
  readonly #most: number;
  readonly #rows = new Map<string, Rows>();

  /** Sets the bytes that are kept at most; the latest used stay, and the last one always. */
  constructor(most: number = usualBytes) {
    this.#most = most;
  }

  /** Returns the rows of a plan and seed, those already there if they are kept. */
  of(plan: Plan, seed: string): Rows {
    const { name: _, strategy: __, ...scenario } = plan.scenario;
    const key = JSON.stringify([seed, plan.version, scenario]);
    const rows = this.#rows.get(key) ?? new Rows(plan, seed);
    this.#rows.delete(key);
    this.#rows.set(key, rows); // last, as the latest used
    let bytes = 0;
    for (const { bytes: own } of this.#rows.values()) bytes += own;
    for (const [oldest, { bytes: own }] of this.#rows) {
      if (bytes <= this.#most || oldest === key) break;
      this.#rows.delete(oldest);
      bytes -= own;
    }
    return rows;
  }

  /** Lets go of all rows. */
  clear(): void {
    this.#rows.clear();
  }
}
