import type { Plan } from "@uptake/model";
import type { Layout } from "../ensemble/layout.ts";
import type { FirstTimes } from "../ensemble/series.ts";
import { sustainedMonth } from "../target/sustained.ts";
import { firstTime } from "../target/target.ts";
import { targetSeries } from "../target/target-series.ts";

/** Holds the numbers kept of all runs but those left out; empty where none were to be kept. */
export interface AllKept {
  /** Values by series and index. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<number, Float64Array>>;
  /** First times of the target's series at its share. */
  readonly times: FirstTimes | undefined;
  readonly cost: Float64Array | undefined;
  /** Student-years of all students with a deep teacher. */
  readonly deep: Float64Array | undefined;
}

/**
 * Keeps of each run what statistics of the target and costs per unit added are told of: what the target is of at its month
 * and two years after funding ends, adopters then, first times at the target's share, cost and deep student-years.
 */
export class KeptNumbers {
  readonly #replicates: number;
  readonly #share: number;
  /** Where the path of what the target is of stands in a row. */
  readonly #path: readonly [from: number, to: number];
  readonly #cells: readonly {
    readonly name: string;
    readonly month: number;
    readonly cell: number;
    readonly values: Float64Array;
  }[];
  readonly #momentary: Float32Array;
  readonly #held: Float32Array;
  readonly #cost: Float64Array;
  readonly #deep: Float64Array;
  readonly #offsets: { readonly cost: number; readonly deep: number };

  /** Begins without a run, with room for the first `replicates`; 0 to keep nothing. */
  constructor({ scenario }: Plan, layout: Layout, replicates: number) {
    const { horizon, target } = scenario;
    const sought = targetSeries(target.of);
    const from = layout.series.get(sought) as number;
    const later = sustainedMonth(scenario);
    const asked = [
      [sought, Math.min(target.month, horizon)],
      ...[sought, "adoption", "teachers"].map((name) => [name, later] as const),
    ] as const;
    const cells = new Map(
      asked
        .filter(([, month]) => month <= horizon)
        .map(([name, month]) => [(layout.series.get(name) as number) + month, { name, month }]),
    );
    this.#replicates = replicates;
    this.#share = target.share;
    this.#path = [from, from + layout.length];
    this.#cells = [...cells].map(([cell, one]) => ({ ...one, cell, values: new Float64Array(replicates) }));
    this.#momentary = new Float32Array(replicates);
    this.#held = new Float32Array(replicates);
    this.#cost = new Float64Array(replicates);
    this.#deep = new Float64Array(replicates);
    this.#offsets = { cost: layout.total, deep: (layout.students.get("all students") as number) + 1 };
  }

  /** Keeps the numbers of the run at a place, where there is room for it. */
  add(place: number, row: Float64Array): void {
    if (place >= this.#replicates) return;
    for (const { cell, values } of this.#cells) values[place] = row[cell] as number;
    const path = row.subarray(...this.#path);
    this.#momentary[place] = firstTime(path, this.#share, "momentary");
    this.#held[place] = firstTime(path, this.#share, "held");
    this.#cost[place] = row[this.#offsets.cost] as number;
    this.#deep[place] = row[this.#offsets.deep] as number;
  }

  /** Returns what is kept of all places but those of `left`, without a copy where there are none. */
  without(left: ReadonlySet<number>): AllKept {
    const columns = new Map<string, Map<number, Float64Array>>();
    if (this.#replicates === 0) return { columns, times: undefined, cost: undefined, deep: undefined };
    for (const { name, month, values } of this.#cells)
      columns.set(name, (columns.get(name) ?? new Map<number, Float64Array>()).set(month, others(values, left)));
    return {
      columns,
      times: { share: this.#share, momentary: others(this.#momentary, left), held: others(this.#held, left) },
      cost: others(this.#cost, left),
      deep: others(this.#deep, left),
    };
  }
}

/** Returns values but those at some places; `filter` of so many would keep each as an object meanwhile. */
function others<Values extends Float64Array | Float32Array>(values: Values, left: ReadonlySet<number>): Values {
  if (left.size === 0) return values;
  let size = 0;
  const kept = values.slice() as Values;
  for (let place = 0; place < values.length; place++) if (!left.has(place)) kept[size++] = values[place] as number;
  return kept.slice(0, size) as Values;
}
