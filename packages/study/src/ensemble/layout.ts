import type { Plan, Run } from "@uptake/model";
import { bandNames, categories, stages, tierNames } from "@uptake/model/engine";
import { funnelReadingNames, funnelReadings } from "../readings/funnel-readings.ts";
import { measured, plain } from "../readings/measured.ts";

/** Names the parts of a row of numbers: where each begins, and how many numbers it takes. */
export interface Layout {
  /** Numbers in a row. */
  readonly width: number;
  /** Indices 0 … horizon of a series, so horizon + 1 of them. */
  readonly length: number;
  /** Offset of each series by the name that {@link measured} gives it; `length` numbers each. */
  readonly series: ReadonlyMap<string, number>;
  /** Offset of the total cost; one number. */
  readonly total: number;
  /** Offsets of the cost by category and by tier; one number each. */
  readonly byCategory: ReadonlyMap<string, number>;
  readonly byTier: ReadonlyMap<string, number>;
  /** Offset of each student group: student-years, deep, reached. */
  readonly students: ReadonlyMap<string, number>;
  /** Offset of the coach hours of each tier; one number each. */
  readonly coachHours: ReadonlyMap<string, number>;
  /** Offset of each series of the funnel, `length` numbers each; undefined where the funnel is left out. */
  readonly funnel?: ReadonlyMap<string, number>;
}

/** Names the series of groups of schools: absent, so NaN, where a group is empty. */
export const groupNames: readonly string[] = [
  ...tierNames.map((name) => `tier.${name}`),
  ...bandNames.map((name) => `band.${name}`),
  "worstTier",
  "gap",
];

/** Names the student groups of a plan in the order in which a run meets them. */
function studentGroups({ districts }: Plan): string[] {
  const names = new Set(["all students", "low-income", "not low-income"]);
  for (const { district } of districts) {
    for (const { englishLearnerShare, raceShares } of district.schools) {
      if (englishLearnerShare !== undefined) names.add("English learners");
      for (const name of Object.keys(raceShares ?? {})) names.add(name);
    }
  }
  return [...names];
}

/**
 * Lays out a run of `plan` as one row of numbers, with its funnel where that is asked for. Depends on these alone, so both
 * sides of a worker agree on it.
 */
export function layoutOf(plan: Plan, withFunnel = false): Layout {
  const { horizon, survey } = plan.scenario;
  const length = horizon + 1;
  let width = 0;
  const place = (names: readonly string[], size: number): Map<string, number> => {
    const offsets = new Map<string, number>();
    for (const name of names) {
      offsets.set(name, width);
      width += size;
    }
    return offsets;
  };
  const names = [...plain, ...stages.map((name) => `stage.${name}`), ...groupNames, "cost"];
  const series = place(survey ? [...names, "survey.reported", "survey.response"] : names, length);
  const total = width++;
  const byCategory = place(categories, 1);
  const byTier = place([...tierNames, "office"], 1);
  const students = place(studentGroups(plan), 3);
  const coachHours = place(tierNames, 1);
  const parts = { length, series, total, byCategory, byTier, students, coachHours };
  if (!withFunnel) return { width, ...parts };
  const funnel = place(funnelReadingNames, length);
  return { width, ...parts, funnel };
}

/** Writes a run into `row`, which has the layout's width; what the run has no value for is NaN. */
export function writeRow(layout: Layout, run: Run, row: Float64Array): void {
  const { cost, studentGroups: groups, coachHours } = run.measures;
  row.fill(Number.NaN);
  for (const [name, values] of measured(run)) row.set(values, offset(layout.series, name));
  row[layout.total] = cost.total;
  for (const [name, dollars] of Object.entries(cost.byCategory)) row[offset(layout.byCategory, name)] = dollars;
  for (const [name, dollars] of Object.entries(cost.byTier)) row[offset(layout.byTier, name)] = dollars;
  for (const { name, studentYears, deep, reached } of groups) {
    row.set([studentYears, deep, reached], offset(layout.students, name));
  }
  tierNames.forEach((name, tier) => {
    row[offset(layout.coachHours, name)] = coachHours[tier]!;
  });
  if (layout.funnel) for (const [name, values] of funnelReadings(run)) row.set(values, offset(layout.funnel, name));
}

function offset(offsets: ReadonlyMap<string, number>, name: string): number {
  const found = offsets.get(name);
  if (found === undefined) throw new Error(`the layout has no place for ${name}`);
  return found;
}
