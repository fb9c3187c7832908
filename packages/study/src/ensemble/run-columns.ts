import type { Plan } from "@uptake/model";
import { type Ensemble, type StudentTotals, settingOf } from "./ensemble.ts";
import { groupNames, type Layout } from "./layout.ts";
import { NarrowRows } from "./narrow-rows.ts";
import type { CountSeries, Series } from "./series.ts";

/** Names replicates, their worlds and the checksums of their runs. */
type WhichRuns = Pick<Ensemble, "seed" | "first" | "replicates" | "worlds" | "checksums">;

type Offsets = ReadonlyMap<string, number>;

/**
 * Collects the runs of a plan, in whatever order they come, in the arrays of an ensemble, which is then made without a
 * copy.
 */
export class RunColumns {
  readonly #plan: Plan;
  readonly #layout: Layout;
  /** Values by offset in a row, `length` of them each; and single ones. */
  readonly #series: Map<number, Float64Array>;
  readonly #single: Map<number, Float64Array>;
  readonly #funnel: Map<number, NarrowRows>;

  constructor(plan: Plan, layout: Layout) {
    const { series, total, byCategory, byTier, students, coachHours, length, funnel } = layout;
    const groups = [...students.values()].flatMap((offset) => [offset, offset + 1, offset + 2]);
    const single = [total, ...byCategory.values(), ...byTier.values(), ...groups, ...coachHours.values()];
    const none = (offset: number): [number, Float64Array] => [offset, new Float64Array()];
    this.#plan = plan;
    this.#layout = layout;
    this.#series = new Map(Array.from(series.values(), none));
    this.#single = new Map(single.map(none));
    this.#funnel = new Map(Array.from(funnel?.values() ?? [], (offset) => [offset, new NarrowRows(length)]));
  }

  /** Makes room for `rows` runs in all. */
  reserve(rows: number): void {
    enlarge(this.#series, rows * this.#layout.length);
    enlarge(this.#single, rows);
    for (const narrow of this.#funnel.values()) narrow.reserve(rows);
  }

  /** Keeps a run, laid out as the plan's are, at a place that there is room for. */
  keep(row: number, run: Float64Array): void {
    const { length } = this.#layout;
    for (const [offset, values] of this.#series) values.set(run.subarray(offset, offset + length), row * length);
    for (const [offset, values] of this.#single) values[row] = run[offset] as number;
    for (const [offset, narrow] of this.#funnel) narrow.set(row, run.subarray(offset, offset + length));
  }

  /** Makes the ensemble of the runs at some places, or of the first so many: that of `ensemble`, bit for bit. */
  ensemble(rows: number | readonly number[], which: WhichRuns): Ensemble {
    const { total, byCategory, byTier, students, coachHours, length, series, funnel } = this.#layout;
    const { replicates } = which;
    const one = (offset: number): Float64Array => picked(this.#single.get(offset) as Float64Array, rows, 1);
    const each = (offsets: Offsets): Map<string, Float64Array> =>
      new Map([...offsets].map(([name, offset]) => [name, one(offset)]));
    const all = [...series].map(([name, offset]): [string, Series] => [
      name,
      { replicates, length, values: picked(this.#series.get(offset) as Float64Array, rows, length) },
    ]);
    const counts = [...(funnel ?? [])].map(([name, offset]): [string, CountSeries] => [
      name,
      { replicates, length, values: (this.#funnel.get(offset) as NarrowRows).of(rows) },
    ]);
    return {
      ...settingOf(this.#plan),
      ...which,
      series: new Map(all.filter(([name, { values }]) => !(groupNames.includes(name) && values.every(Number.isNaN)))),
      cost: { total: one(total), byCategory: each(byCategory), byTier: each(byTier) },
      students: [...students].map(
        ([name, offset]): StudentTotals => ({
          name,
          studentYears: one(offset),
          deep: one(offset + 1),
          reached: one(offset + 2),
        }),
      ),
      coachHours: each(coachHours),
      ...(funnel ? { funnel: new Map(counts) } : {}),
    };
  }
}

/** Gives each array of a map room for `size` numbers. */
function enlarge(arrays: Map<number, Float64Array>, size: number): void {
  for (const [offset, values] of arrays) {
    if (values.length >= size) continue;
    const larger = new Float64Array(size);
    larger.set(values);
    arrays.set(offset, larger);
  }
}

/** Returns the numbers of some rows of `length`, or those of the first so many without copying them. */
function picked(values: Float64Array, rows: number | readonly number[], length: number): Float64Array {
  if (typeof rows === "number") return values.subarray(0, rows * length);
  const some = new Float64Array(rows.length * length);
  rows.forEach((row, r) => some.set(values.subarray(row * length, (row + 1) * length), r * length));
  return some;
}
