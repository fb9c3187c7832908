import type { Issue, Plan } from "@uptake/model";

/** Lists why two plans cannot be compared replicate by replicate: other months, other districts, other worlds. */
export function mismatches(baseline: Plan, plan: Plan, path: string): Issue[] {
  const issues: Issue[] = [];
  const same = (code: string, what: string, a: unknown, b: unknown): void => {
    if (a !== b) issues.push({ code, path, message: `${what}: ${b} here, ${a} in the baseline`, value: b });
  };
  const ids = ({ districts }: Plan): string => districts.map(({ district }) => district.id).join(", ");
  same("different-horizon", "the horizons differ", baseline.scenario.horizon, plan.scenario.horizon);
  same("different-districts", "the districts differ", ids(baseline), ids(plan));
  same(
    "different-worlds",
    "the ways of drawing worlds differ",
    baseline.scenario.parameters.draw,
    plan.scenario.parameters.draw,
  );
  return issues;
}
