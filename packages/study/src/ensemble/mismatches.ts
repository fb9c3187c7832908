import type { Beliefs, Issue, Plan, School, World } from "@uptake/model";

/**
 * Lists why two plans cannot be compared replicate by replicate: other months, other districts or schools, other worlds.
 * Of districts and of values, the first that differs is named.
 */
export function mismatches(baseline: Plan, plan: Plan, path: string): Issue[] {
  const issues: Issue[] = [];
  const same = (code: string, what: string, a: unknown, b: unknown): void => {
    if (a !== b) issues.push({ code, path, message: `${what}: ${b} here, ${a} in the baseline`, value: b });
  };
  const ids = ({ districts }: Plan): string => districts.map(({ district }) => district.id).join(", ");
  same("different-horizon", "the horizons differ", baseline.scenario.horizon, plan.scenario.horizon);
  same("different-districts", "the districts differ", ids(baseline), ids(plan));
  if (ids(baseline) === ids(plan)) {
    const schools = otherSchools(baseline, plan);
    if (schools) same("different-schools", ...schools);
  }
  const { draw, values, effects, level } = plan.scenario.parameters;
  const first = baseline.scenario.parameters;
  same("different-worlds", "the ways of drawing worlds differ", first.draw, draw);
  if (!sameRows(first, plan.scenario.parameters))
    issues.push({ code: "different-worlds", path, message: "the tables of worlds differ" });
  same("different-worlds", "the ties of effects differ", first.effects, effects);
  same("different-worlds", "the levels of effects differ", first.level ?? "as drawn", level ?? "as drawn");
  const prior = otherPrior(first.priors, plan.scenario.parameters.priors);
  if (prior !== undefined)
    issues.push({ code: "different-priors", path, message: `the own priors of ${prior} differ`, value: prior });
  const value = otherValue(first.values, values);
  if (value) same("different-values", ...value);
  return issues;
}

/** Holds what differs, how it is in the baseline, and how it is here. */
type Difference = [what: string, before: unknown, here: unknown];

/** Finds the first difference between the schools of plans for districts of the same ids. */
function otherSchools(baseline: Plan, plan: Plan): Difference | undefined {
  for (const [d, { district }] of plan.districts.entries()) {
    const before = baseline.districts[d]?.district.schools as readonly School[];
    const what = `the schools of the district “${district.id}” differ`;
    if (before.length !== district.schools.length) return [`${what} in number`, before.length, district.schools.length];
    for (const [s, school] of district.schools.entries()) {
      const other = before[s] as School;
      if (school.id !== other.id) return [`${what} in the id of school ${s}`, other.id, school.id];
      const field = (["teachers", "enrolment", "lowIncomeShare"] as const).find((name) => school[name] !== other[name]);
      if (field) return [`${what} in ${field} of the school “${school.id}”`, other[field], school[field]];
    }
  }
  return undefined;
}

/** Tells whether two scenarios have the same table of worlds, wherever it came from. */
function sameRows({ worlds: before }: Beliefs, { worlds: here }: Beliefs): boolean {
  return before === here || JSON.stringify(before?.rows) === JSON.stringify(here?.rows);
}

/** Finds the first parameter, by name, of which two scenarios believe different things of their own. */
function otherPrior(before: Beliefs["priors"], here: Beliefs["priors"]): string | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(here)])].sort();
  return names.find((name) => JSON.stringify(before[name]) !== JSON.stringify(here[name]));
}

/** Finds the first parameter, by name, that two scenarios hold at different values. */
function otherValue(before: World, here: World): Difference | undefined {
  const name = [...new Set([...Object.keys(before), ...Object.keys(here)])].sort().find((n) => before[n] !== here[n]);
  if (name === undefined) return undefined;
  return [`the values of ${name} differ`, before[name] ?? "its prior", here[name] ?? "its prior"];
}
