import type { Plan } from "@uptake/model";
import { type Ensemble, replicatesOf } from "./ensemble.ts";
import { ensembleOfRows } from "./ensemble-of-rows.ts";
import { type Layout, layoutOf } from "./layout.ts";

/** Names replicates `from` … `to` − 1. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Collects the rows of one plan and seed, whatever the order in which replicates come, and hands out what is missing. */
export class Rows {
  readonly plan: Plan;
  readonly seed: string;
  readonly #layout: Layout;
  #values: Float64Array;
  readonly #checksums: (string | undefined)[] = [];
  #handedOut = 0;
  #done = 0;
  readonly #returned: Range[] = [];
  #made: { readonly plan: Plan; readonly ensemble: Ensemble } | undefined;

  constructor(plan: Plan, seed: string) {
    this.plan = plan;
    this.seed = seed;
    this.#layout = layoutOf(plan);
    this.#values = new Float64Array(4 * this.#layout.width);
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
    return Math.min(total, this.#handedOut, ...this.#returned.map(({ from }) => from));
  }

  /** Hands out up to `size` replicates below `total` that nobody works on. */
  take(total: number, size: number): Range | undefined {
    const from = this.next(total);
    if (from >= total) return undefined;
    const again = this.#returned.findIndex((range) => range.from === from);
    if (again >= 0) return this.#returned.splice(again, 1)[0];
    this.#handedOut = Math.min(total, from + size);
    return { from, to: this.#handedOut };
  }

  /** Takes back replicates that were handed out and will not come. */
  giveBack(range: Range): void {
    this.#returned.push(range);
  }

  /** Keeps the rows of replicates that were handed out. */
  keep({ from, to }: Range, rows: Float64Array, checksums: readonly string[]): void {
    const { width } = this.#layout;
    if (this.#values.length < to * width) {
      const larger = new Float64Array(2 * to * width);
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
    return ensembleOfRows(plan, this.#layout, {
      ...replicatesOf(plan, this.seed, 0, count),
      rows: Array.from({ length: count }, (_, r) => this.#values.subarray(r * width, (r + 1) * width)),
      checksums: this.#checksums.slice(0, count) as string[],
    });
  }
}
