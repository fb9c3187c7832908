import { InputError } from "@uptake/model";
import { joinWorlds } from "../statistics/worlds-of.ts";
import type { Ensemble } from "./ensemble.ts";
import { narrowed } from "./narrow-rows.ts";
import type { CountSeries, Series } from "./series.ts";

const joined = (a: Float64Array, b: Float64Array): Float64Array => {
  const values = new Float64Array(a.length + b.length);
  values.set(a);
  values.set(b, a.length);
  return values;
};

type Counts = ReadonlyMap<string, CountSeries>;
type Columns = ReadonlyMap<string, Float64Array>;

const joinColumns = (a: Columns, b: Columns): Map<string, Float64Array> =>
  new Map([...a].map(([name, values]) => [name, joined(values, b.get(name) as Float64Array)]));

const joinCounts = (a: Counts, b: Counts): Map<string, CountSeries> =>
  new Map(
    [...a].map(([name, { length, replicates, values }]) => {
      const other = b.get(name) as CountSeries;
      const both = Float64Array.from([...values, ...other.values]);
      return [name, { length, replicates: replicates + other.replicates, values: narrowed(both) }];
    }),
  );

const joinSeries = (a: ReadonlyMap<string, Series>, b: ReadonlyMap<string, Series>): Map<string, Series> =>
  new Map(
    [...a].map(([name, { length, replicates, values }]) => {
      const other = b.get(name) as Series;
      return [name, { length, replicates: replicates + other.replicates, values: joined(values, other.values) }];
    }),
  );

/**
 * Joins an ensemble with the one that continues it: the same plan and seed, from the next replicate on. The result is
 * that of a single ensemble, bit for bit. It has a funnel where both have one.
 *
 * @throws InputError when `more` does not continue `ensemble`.
 */
export function joinEnsembles(ensemble: Ensemble, more: Ensemble): Ensemble {
  const next = ensemble.first + ensemble.replicates;
  if (more.first !== next || more.seed !== ensemble.seed) {
    const message = "this ensemble does not continue the other";
    throw new InputError([
      { code: "not-next", path: "more", message, value: more.first, allowed: `seed ${ensemble.seed}, first ${next}` },
    ]);
  }
  const { cost, students, coachHours, series, funnel, checksums, ...rest } = ensemble;
  return {
    ...rest,
    replicates: ensemble.replicates + more.replicates,
    worlds: joinWorlds(ensemble.worlds, more.worlds),
    series: joinSeries(series, more.series),
    ...(funnel && more.funnel ? { funnel: joinCounts(funnel, more.funnel) } : {}),
    cost: {
      total: joined(cost.total, more.cost.total),
      byCategory: joinColumns(cost.byCategory, more.cost.byCategory),
      byTier: joinColumns(cost.byTier, more.cost.byTier),
    },
    students: students.map(({ name, studentYears, deep, reached }, g) => {
      const other = more.students[g] as Ensemble["students"][number];
      return {
        name,
        studentYears: joined(studentYears, other.studentYears),
        deep: joined(deep, other.deep),
        reached: joined(reached, other.reached),
      };
    }),
    coachHours: joinColumns(coachHours, more.coachHours),
    checksums: [...checksums, ...more.checksums],
  };
}
