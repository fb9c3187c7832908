import type { Plan } from "@uptake/model";
import { type Ensemble, type StudentTotals, settingOf } from "./ensemble.ts";
import { groupNames, type Layout } from "./layout.ts";
import type { Series } from "./series.ts";

/** Holds the runs of a plan as rows, one a replicate, and which replicates they are of. */
export interface RowsOfRuns extends Pick<Ensemble, "seed" | "first" | "replicates" | "worlds" | "checksums"> {
  readonly rows: readonly Float64Array[];
}

type Offsets = ReadonlyMap<string, number>;

/**
 * Makes the ensemble of a plan out of the rows of its runs, laid out as `layout` says: that of `ensemble`, bit for bit,
 * where all runs are there.
 */
export function ensembleOfRows(plan: Plan, layout: Layout, { rows, checksums, ...which }: RowsOfRuns): Ensemble {
  const { total, byCategory, byTier, students, coachHours, length, funnel } = layout;
  const column = (offset: number): Float64Array => Float64Array.from(rows, (row) => row[offset] as number);
  const columns = (offsets: Offsets): Map<string, Float64Array> =>
    new Map([...offsets].map(([name, offset]) => [name, column(offset)]));
  return {
    ...settingOf(plan),
    ...which,
    series: seriesOfRows(rows, layout.series, length, groupNames),
    cost: { total: column(total), byCategory: columns(byCategory), byTier: columns(byTier) },
    students: [...students].map(
      ([name, offset]): StudentTotals => ({
        name,
        studentYears: column(offset),
        deep: column(offset + 1),
        reached: column(offset + 2),
      }),
    ),
    coachHours: columns(coachHours),
    ...(funnel ? { funnel: seriesOfRows(rows, funnel, length, []) } : {}),
    checksums,
  };
}

/** Collects series of rows; those that `maybe` names are left out where no run has a value. */
function seriesOfRows(
  rows: readonly Float64Array[],
  offsets: Offsets,
  length: number,
  maybe: readonly string[],
): Map<string, Series> {
  const all = new Map<string, Series>();
  for (const [name, offset] of offsets) {
    const values = new Float64Array(rows.length * length);
    rows.forEach((row, r) => values.set(row.subarray(offset, offset + length), r * length));
    if (maybe.includes(name) && values.every(Number.isNaN)) continue;
    all.set(name, { replicates: rows.length, length, values });
  }
  return all;
}
