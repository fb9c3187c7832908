import {
  InputError,
  type Issue,
  type Plan,
  prepare,
  type Scenario,
  type ScenarioInput,
  scenario,
  type Target,
} from "@uptake/model";
import { withoutLevers } from "../compare/without-levers.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { mismatches } from "../ensemble/mismatches.ts";
import { evaluateEnsembles } from "../evaluate/evaluate-ensembles.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { growing, newRuns } from "./growing.ts";
import type { Means } from "./question.ts";

/** Holds the runs of a plan. */
export interface RunsOfPlan {
  readonly plan: Plan;
  readonly ensemble: Ensemble;
  /** Its district as today, in the same worlds and luck; undefined where the plan adds nothing to that. */
  readonly usual: Ensemble | undefined;
}

/** Holds the runs of plans, one a scenario. */
export interface PlanRuns {
  readonly plans: readonly RunsOfPlan[];
  readonly failures: number;
}

/** Makes runs of plans, more each time. */
export interface PlansToRun {
  /** Makes `replicates` of each plan, of `total` in the end. Those that are there are not made again. */
  make(replicates: number, total: number): Promise<PlanRuns>;
}

/** Holds plans that can be run in the same worlds and luck. */
interface Group {
  readonly plans: Plan[];
  readonly evaluate: Evaluate;
}

/**
 * Prepares plans and their districts as today, each of which runs once however often it is asked for. `target` takes the
 * place of each one's own (default the first's).
 *
 * @throws InputError with everything wrong with them, paths as in `scenarios[1].levers`.
 */
export async function plansToRun(
  inputs: readonly ScenarioInput[],
  target: Partial<Target> | undefined,
  seed: string,
  { evaluate, signal, onProgress }: Pick<Means<unknown>, "evaluate" | "signal" | "onProgress">,
): Promise<PlansToRun> {
  const asked = await preparedAll(inputs, target);
  const groups: Group[] = [];
  const places = new Map<string, { readonly group: number; readonly plan: number }>();
  const place = (plan: Plan): void => {
    const found = groups.findIndex(({ plans }) => mismatches(plans[0]!, plan, "").length === 0);
    const group = found < 0 ? groups.push({ plans: [], evaluate: growing(evaluate) }) - 1 : found;
    places.set(printOf(plan.scenario), { group, plan: groups[group]!.plans.push(plan) - 1 });
  };
  for (const plan of asked) {
    if (!places.has(printOf(plan.scenario))) place(plan);
    const usual = withoutLevers(plan.scenario);
    if (!places.has(printOf(usual))) place(await prepare(usual));
  }
  const heard = newRuns(onProgress);
  return {
    async make(replicates, total) {
      const made: Ensemble[][] = [];
      let failures = 0;
      let before = 0;
      for (const { plans, evaluate: grown } of groups) {
        const results = await evaluateEnsembles(plans, {
          evaluate: grown,
          replicates,
          seed,
          signal,
          onProgress: (done) => heard(before + done, total * places.size),
        });
        made.push([...results.ensembles]);
        failures += results.failures.length;
        before += plans.length * replicates;
      }
      const ensembleOf = (one: Scenario): Ensemble => {
        const { group, plan } = places.get(printOf(one))!;
        return made[group]![plan]!;
      };
      return {
        plans: asked.map((plan) => ({
          plan,
          ensemble: { ...ensembleOf(plan.scenario), scenario: plan.scenario },
          usual: Object.keys(plan.scenario.levers).length > 0 ? ensembleOf(withoutLevers(plan.scenario)) : undefined,
        })),
        failures,
      };
    },
  };
}

/** Names what a scenario runs, whatever it is called. */
const printOf = (one: Scenario): string => JSON.stringify({ ...one, name: "", strategy: "" });

/** Prepares scenarios, all with the same target. */
async function preparedAll(inputs: readonly ScenarioInput[], target: Partial<Target> | undefined): Promise<Plan[]> {
  const issues: Issue[] = [];
  const one = async (input: ScenarioInput, i: number): Promise<Plan[]> => {
    try {
      return [await prepare(scenario(input))];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues.map((issue) => ({ ...issue, path: `scenarios[${i}].${issue.path}` })));
      return [];
    }
  };
  const [head, ...rest] = inputs as readonly [ScenarioInput, ...ScenarioInput[]];
  const first = await one(target ? { ...head, target } : head, 0);
  const held = target ?? first[0]?.scenario.target;
  const plans = [...first];
  for (const [i, input] of rest.entries()) plans.push(...(await one(held ? { ...input, target: held } : input, i + 1)));
  if (issues.length > 0) throw new InputError(issues);
  return plans;
}
