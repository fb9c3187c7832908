import type { Plan } from "@uptake/model";
import { type Ensemble, replicatesOf } from "./ensemble.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { RunColumns } from "./run-columns.ts";

/** Names replicates `from` … `to` − 1. */
export interface Range {
  /** The first replicate, from 0. */
  readonly from: number;
  /** The replicate after the last. */
  readonly to: number;
}

/**
 * Names one of several workers that runs are shared out among. It is given the same replicates of every plan, as far as
 * that keeps none of them waiting: what a replicate draws, it then has from the plan before.
 */
export interface Seat {
  /** From 0. */
  readonly number: number;
  /** How many there are. */
  readonly of: number;
}

/** Replicates in a row that belong to one seat: few, so that the leading ones come first. */
const block = 4;

/** Replicates for which there is room at once. */
const fewRows = 128;

/** Collects the rows of one plan and seed, whatever the order in which replicates come, and hands out what is missing. */
export class Rows {
  /** Plan that is run. */
  readonly plan: Plan;
  /** Text that every draw follows from. */
  readonly seed: string;
  readonly #layout: Layout;
  #values = new Float64Array(0);
  /** Replicates that were last asked for. */
  #wanted = 0;
  readonly #checksums: (string | undefined)[] = [];
  /** Whether a replicate was handed out, by its number, and the first that was not. */
  readonly #taken: boolean[] = [];
  #first = 0;
  #done = 0;
  #made: { readonly plan: Plan; readonly ensemble: Ensemble } | undefined;

  constructor(plan: Plan, seed: string) {
    this.plan = plan;
    this.seed = seed;
    this.#layout = layoutOf(plan);
  }

  /** Bytes, about, that the rows take. */
  get bytes(): number {
    return this.#values.byteLength;
  }

  /** Number of leading replicates that are there: 0 … done − 1. */
  get done(): number {
    return this.#done;
  }

  /** Returns the first replicate below `total` that nobody works on; `total` when there is none. */
  next(total: number): number {
    while (this.#taken[this.#first]) this.#first++;
    return Math.min(total, this.#first);
  }

  /** Hands out up to `size` replicates below `total` that nobody works on: those of the seat, or others where none is left. */
  take(total: number, size: number, { number, of }: Seat = { number: 0, of: 1 }): Range | undefined {
    this.#wanted = total;
    const first = this.next(total);
    if (first >= total) return undefined;
    const seatOf = (replicate: number): number => Math.floor(replicate / block) % of;
    let from = first;
    while (from < total && (this.#taken[from] || seatOf(from) !== number)) from++;
    if (from === total) from = first;
    let to = from;
    do this.#taken[to++] = true;
    while (to < Math.min(total, from + size) && !this.#taken[to] && seatOf(to) === seatOf(from));
    return { from, to };
  }

  /** Takes back replicates that were handed out and will not come. */
  giveBack({ from, to }: Range): void {
    this.#taken.fill(false, from, to);
    this.#first = Math.min(this.#first, from);
  }

  /** Keeps the rows of replicates that were handed out. */
  keep({ from, to }: Range, rows: Float64Array, checksums: readonly string[]): void {
    const { width } = this.#layout;
    if (this.#values.length < to * width) {
      // As many as are wanted where they are few; to double room as it fills makes three times the garbage.
      const larger = new Float64Array(Math.max(to, this.#wanted <= fewRows ? this.#wanted : 2 * to) * width);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values.set(rows, from * width);
    for (let r = from; r < to; r++) this.#checksums[r] = checksums[r - from];
    while (this.#checksums[this.#done] !== undefined) this.#done++;
  }

  /** Returns the values of a series at an index in the leading `count` replicates; none where runs have no such series. */
  column(name: string, index: number, count: number): Float64Array {
    const { width, length, series } = this.#layout;
    const from = series.get(name);
    if (from === undefined || index >= length) return new Float64Array(0);
    const values = new Float64Array(count);
    for (let r = 0; r < count; r++) values[r] = this.#values[r * width + from + index] as number;
    return values;
  }

  /**
   * Returns the leading `count` replicates as the ensemble that `ensemble` would make of `plan`: bit for bit. Remembers
   * the last one.
   */
  ensemble(plan: Plan, count: number): Ensemble {
    if (this.#made?.plan !== plan || this.#made.ensemble.replicates !== count) {
      this.#made = { plan, ensemble: this.#assemble(plan, count) };
    }
    return this.#made.ensemble;
  }

  #assemble(plan: Plan, count: number): Ensemble {
    const { width } = this.#layout;
    const columns = new RunColumns(plan, this.#layout);
    columns.reserve(count);
    for (let r = 0; r < count; r++) columns.keep(r, this.#values.subarray(r * width, (r + 1) * width));
    const checksums = this.#checksums.slice(0, count) as string[];
    return columns.ensemble(count, { ...replicatesOf(plan, this.seed, 0, count), checksums });
  }
}
