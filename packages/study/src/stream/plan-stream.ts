import type { Plan } from "@uptake/model";
import { type Ensemble, settingOf } from "../ensemble/ensemble.ts";
import { groupNames, type Layout, layoutOf } from "../ensemble/layout.ts";
import type { StreamedSeries } from "../ensemble/series.ts";
import { spreadOfIndices } from "../ensemble/spread.ts";
import type { StreamedDifference, StreamedEnsemble } from "../ensemble/streamed-ensemble.ts";
import type { StreamedTotals } from "../ensemble/totals.ts";
import { fingerprint } from "../evaluate/fingerprint.ts";
import { CountedValues } from "../statistics/counted-values.ts";
import { RunningMeans } from "../statistics/running-means.ts";
import { targetSeries } from "../target/target-series.ts";
import { type AllKept, KeptNumbers } from "./kept-numbers.ts";

/** Names the replicates that are told of. */
type Replicates = Pick<Ensemble, "seed" | "first" | "replicates" | "worlds">;

/** Stands for numbers that are not kept. */
const nothing: AllKept = { columns: new Map(), times: undefined, cost: undefined, deep: undefined };

/** Holds a run as it comes: its place among the replicates, its unit (its world where worlds repeat), its row and checksum. */
export interface StreamedRun {
  readonly place: number;
  readonly unit: number;
  readonly row: Float64Array;
  readonly checksum: string;
}

/** Folds the runs of one plan, row by row, into what is told of them. */
export class PlanStream {
  readonly #plan: Plan;
  readonly #layout: Layout;
  readonly #means: RunningMeans;
  readonly #counted: readonly CountedValues[];
  /** Whether the target is reached: one cell. */
  readonly #reached = new RunningMeans(1);
  readonly #kept: KeptNumbers;
  /** Of how many replicates, from the first on, numbers are kept. */
  readonly #keep: number;
  #differences: RunningMeans | undefined;
  #digest = "";

  constructor(plan: Plan, keep: number) {
    this.#plan = plan;
    this.#layout = layoutOf(plan);
    const { width } = this.#layout;
    this.#means = new RunningMeans(width);
    this.#counted = Array.from({ length: width }, () => new CountedValues());
    this.#kept = new KeptNumbers(plan, this.#layout, keep);
    this.#keep = keep;
  }

  /** Adds runs, those of a unit one after the other; with the runs of a baseline in the same replicates, differences from it too. */
  add(runs: readonly StreamedRun[], baseline?: readonly StreamedRun[]): void {
    const { width } = this.#layout;
    const { of, month, share } = this.#plan.scenario.target;
    const target = (this.#layout.series.get(targetSeries(of)) as number) + month;
    const reached = new Float64Array(1);
    const less = new Float64Array(width);
    if (baseline) this.#differences ??= new RunningMeans(width);
    runs.forEach(({ place, unit, row, checksum }, r) => {
      this.#means.add(row.subarray(0, width), unit);
      reached[0] = Number((row[target] as number) >= share);
      this.#reached.add(reached, unit);
      this.#kept.add(place, row);
      this.#digest = fingerprint(this.#digest + checksum);
      const before = baseline?.[r]?.row;
      if (!before) return;
      for (let cell = 0; cell < width; cell++) less[cell] = (row[cell] as number) - (before[cell] as number);
      this.#differences?.add(less, unit);
    });
    this.#count(runs);
  }

  /** Tells of all runs; `left` are the replicates that are left out. */
  ensemble(which: Replicates, left: ReadonlySet<number>): StreamedEnsemble {
    const kept = this.#kept.without(new Set([...left].map((replicate) => replicate - which.first)));
    if (this.#keep === 0 || this.#keep >= which.replicates) return this.#told(which, left, kept);
    const numbers = which.worlds.numbers.slice(0, this.#keep);
    const first = { ...which, replicates: this.#keep, worlds: { numbers, count: new Set(numbers).size } };
    return { ...this.#told(which, left, nothing), kept: this.#told(first, left, kept) };
  }

  /** Tells of all runs, with what is kept of those of some replicates. */
  #told(which: Replicates, left: ReadonlySet<number>, kept: AllKept): StreamedEnsemble {
    const { total, byCategory, byTier, students, coachHours } = this.#layout;
    const made = (_: unknown, place: number): boolean => !left.has(which.first + place);
    const numbers = left.size === 0 ? which.worlds.numbers : which.worlds.numbers.filter(made);
    const totals = (offsets: ReadonlyMap<string, number>): Map<string, StreamedTotals> =>
      new Map([...offsets].map(([name, offset]) => [name, this.#totals(offset)]));
    const replicates = numbers.length;
    const { horizon, target } = this.#plan.scenario;
    return {
      ...settingOf(this.#plan),
      seed: which.seed,
      first: which.first,
      replicates,
      worlds: left.size === 0 ? which.worlds : { numbers, count: new Set(numbers).size },
      series: this.#series(replicates, kept),
      cost: {
        total: withValues(this.#totals(total), kept.cost),
        byCategory: totals(byCategory),
        byTier: totals(byTier),
      },
      students: [...students].map(([name, offset]) => ({
        name,
        studentYears: this.#totals(offset),
        deep: withValues(this.#totals(offset + 1), name === "all students" ? kept.deep : undefined),
        reached: this.#totals(offset + 2),
      })),
      coachHours: totals(coachHours),
      chance: target.month <= horizon ? this.#reached.chanceOf(0) : null,
      differences: this.#differencesOf(),
      digest: this.#digest,
    };
  }

  /** Counts the values of each cell, cell by cell. */
  #count(runs: readonly StreamedRun[]): void {
    const values = new Float64Array(runs.length);
    this.#counted.forEach((counted, cell) => {
      let size = 0;
      for (const { row } of runs) {
        const value = row[cell] as number;
        if (!Number.isNaN(value)) values[size++] = value;
      }
      counted.add(values.subarray(0, size));
    });
  }

  #quantileOf(cell: number): (p: number) => number {
    const counted = this.#counted[cell] as CountedValues;
    return (p) => (counted.total > 0 ? counted.quantile(p) : Number.NaN);
  }

  #series(replicates: number, kept: AllKept): Map<string, StreamedSeries> {
    const { series, length } = this.#layout;
    const all = new Map<string, StreamedSeries>();
    for (const [name, offset] of series) {
      const cells = this.#counted.slice(offset, offset + length);
      const counts = cells.map(({ total }) => total);
      if (groupNames.includes(name) && counts.every((count) => count === 0)) continue;
      const times = name === targetSeries(this.#plan.scenario.target.of) ? kept.times : undefined;
      all.set(name, {
        replicates,
        length,
        spread: spreadOfIndices(length, replicates, (index) => ({
          mean: this.#means.meanOf(offset + index),
          quantile: this.#quantileOf(offset + index),
        })),
        within: cells.map(({ within }) => within),
        counts,
        columns: kept.columns.get(name) ?? new Map(),
        ...(times ? { times } : {}),
      });
    }
    return all;
  }

  #totals(cell: number): StreamedTotals {
    const mean = this.#means.meanOf(cell);
    const quantile = this.#quantileOf(cell);
    const { within } = this.#counted[cell] as CountedValues;
    const { mean: middle = null, low = null, high = null, replicates = 0 } = mean ?? {};
    const at = (p: number): number | null => (mean ? quantile(p) : null);
    return { summary: { mean: middle, low, high, p10: at(0.1), p90: at(0.9), replicates }, quantile, within };
  }

  #differencesOf(): Map<string, StreamedDifference> {
    const differences = this.#differences;
    if (!differences) return new Map();
    const { series, length } = this.#layout;
    const month = Array.from({ length }, (_, index) => index);
    const of = (offset: number): StreamedDifference => {
      const means = month.map((index) => differences.meanOf(offset + index));
      return {
        month,
        mean: means.map((one) => one?.mean ?? null),
        low: means.map((one) => one?.low ?? null),
        high: means.map((one) => one?.high ?? null),
        replicates: means.map((one) => one?.replicates ?? 0),
        leastHalfWidth: month.map((index) => differences.leastHalfWidthOf(offset + index)),
      };
    };
    return new Map([...series].map(([name, offset]) => [name, of(offset)]));
  }
}

const withValues = (totals: StreamedTotals, values: Float64Array | undefined): StreamedTotals =>
  values ? { ...totals, values } : totals;
