import type { Issue, Scenario } from "@uptake/model";

/** Writes what a scenario does, whatever it is called. */
function printOf({ name: _, strategy: __, ...rest }: Scenario): string {
  return JSON.stringify(sorted(rest));
}

/** Puts fields in the order of their names, which says nothing. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}

/** Holds a scenario, and the path at which the question gives it. */
export interface AskedPlan {
  readonly path: string;
  readonly scenario: Scenario;
}

/** Lists plans that are the same as one before them, or have the same name: there is nothing to tell apart. */
export function repeatedPlans(plans: readonly AskedPlan[]): Issue[] {
  const prints = plans.map(({ scenario }) => printOf(scenario));
  return plans.flatMap(({ path, scenario: { name } }, i): Issue[] => {
    const same = prints.indexOf(prints[i] as string);
    const named = plans.findIndex(({ scenario }) => scenario.name === name);
    const first = plans[same < i ? same : named] as AskedPlan;
    if (same < i) {
      const message =
        first.scenario.name === name
          ? `“${name}” would be compared with itself`
          : `“${name}” is the same plan as “${first.scenario.name}”, so there is nothing to compare`;
      return [{ code: "same-plan", path, message, value: name }];
    }
    if (named < i) {
      const message = `another plan is called “${name}” too; give this one a name of its own`;
      return [{ code: "repeated-name", path, message, value: name }];
    }
    return [];
  });
}
