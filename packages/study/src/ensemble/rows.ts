import type { Plan } from "@uptake/model";
import { type Ensemble, replicatesOf, type StudentTotals, settingOf } from "./ensemble.ts";
import { groupNames, type Layout, layoutOf } from "./layout.ts";
import type { Series } from "./series.ts";

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
    const { series, total, byCategory, byTier, students, coachHours } = this.#layout;
    const columns = (offsets: ReadonlyMap<string, number>): Map<string, Float64Array> =>
      new Map([...offsets].map(([name, offset]) => [name, this.#column(offset, count)]));
    return {
      ...settingOf(plan),
      ...replicatesOf(plan, this.seed, 0, count),
      series: this.#series(series, count),
      cost: { total: this.#column(total, count), byCategory: columns(byCategory), byTier: columns(byTier) },
      students: [...students].map(
        ([name, offset]): StudentTotals => ({
          name,
          studentYears: this.#column(offset, count),
          deep: this.#column(offset + 1, count),
          reached: this.#column(offset + 2, count),
        }),
      ),
      coachHours: columns(coachHours),
      checksums: this.#checksums.slice(0, count) as string[],
    };
  }

  #column(offset: number, count: number): Float64Array {
    return Float64Array.from({ length: count }, (_, r) => this.#values[r * this.#layout.width + offset] as number);
  }

  #series(offsets: ReadonlyMap<string, number>, count: number): Map<string, Series> {
    const { width, length } = this.#layout;
    const all = new Map<string, Series>();
    for (const [name, offset] of offsets) {
      const values = new Float64Array(count * length);
      for (let r = 0; r < count; r++) {
        values.set(this.#values.subarray(r * width + offset, r * width + offset + length), r * length);
      }
      if (groupNames.includes(name) && values.every(Number.isNaN)) continue;
      all.set(name, { replicates: count, length, values });
    }
    return all;
  }
}
