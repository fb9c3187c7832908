import { InputError, type Issue, type Scenario } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { scenarioInput } from "../../input/scenario-input.ts";
import { ownScenario } from "../own-scenario.ts";
import { type AskedPlan, repeatedPlans } from "../same-plan.ts";
import type { CompareInput, PlanFields } from "./compare-schema.ts";

/** Completes the scenario with another plan. @throws InputError with paths inside the study file. */
async function withPlan(scenario: Scenario, plan: PlanFields, path: string): Promise<Scenario> {
  const own = ownScenario(plan);
  const { name: _, strategy: __, ...rest } = scenarioInput(scenario);
  const input = own ? { ...scenarioInput(scenario), ...own } : { ...rest, strategy: plan };
  const result = await validateScenario(input);
  if ("scenario" in result) return result.scenario;
  const inside = (issue: Issue): string =>
    own ? `${path}.scenario.${issue.path}` : issue.path.replace(/^(strategy|target\.of)/, path);
  throw new InputError(result.issues.map((issue) => ({ ...issue, path: inside(issue) })));
}

/** Collects what is wrong with each of several plans before any is run. */
async function all(plans: readonly Promise<AskedPlan>[]): Promise<readonly AskedPlan[]> {
  const settled = await Promise.allSettled(plans);
  const issues: Issue[] = [];
  for (const one of settled) {
    if (one.status === "fulfilled") continue;
    if (!(one.reason instanceof InputError)) throw one.reason;
    issues.push(...one.reason.issues);
  }
  if (issues.length > 0) throw new InputError(issues);
  return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

/** Lists plans that are asked for a share of something else than the first: their chances cannot be held together. */
function otherTargets([first, ...others]: readonly AskedPlan[]): Issue[] {
  const of = first?.scenario.target.of;
  return others
    .filter(({ scenario }) => scenario.target.of !== of)
    .map(({ path, scenario: { target } }) => {
      const message = `its target is of ${target.of}, that of the baseline of ${of}; they must be of the same`;
      return { code: "different-targets", path, message, value: target.of };
    });
}

/**
 * Returns the scenarios of a comparison, the baseline first.
 *
 * @throws InputError with everything wrong with them: none is the same as another, and all have targets of the same.
 */
export async function comparedPlans(input: CompareInput, scenario: Scenario): Promise<readonly AskedPlan[]> {
  const asked = async (plan: PlanFields, path: string): Promise<AskedPlan> => ({
    path,
    scenario: await withPlan(scenario, plan, path),
  });
  const plans = await all([
    asked(input.baseline, "baseline"),
    ...(input.strategies
      ? input.strategies.map((one, i) => asked(one, `strategies[${i}]`))
      : [Promise.resolve({ path: "scenario", scenario })]),
  ]);
  const issues = [...repeatedPlans(plans), ...otherTargets(plans)];
  if (issues.length > 0) throw new InputError(issues);
  return plans;
}

/** Returns the fields in which one scenario differs from another, as a plan of a comparison gives them. */
export function fieldsBeside(scenario: Scenario, other: Scenario): PlanFields {
  const [own, given] = [scenarioInput(scenario), scenarioInput(other)];
  const names = Object.keys(own).filter((name) => JSON.stringify(own[name]) !== JSON.stringify(given[name]));
  return { scenario: Object.fromEntries(names.map((name) => [name, own[name]])) };
}
