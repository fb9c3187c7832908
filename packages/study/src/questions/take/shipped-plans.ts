import type { Scenario } from "@uptake/model";
import { planCosts } from "../../budget/plan-costs.ts";
import { counting } from "../../evaluate/counting.ts";
import { holdOut } from "../../optimise/hold-out.ts";
import { judge } from "../../optimise/judge.ts";
import { targetObjective } from "../../optimise/objective.ts";
import type { Optimised } from "../../optimise/optimise.ts";
import { checkAgainst, checkSettings, type OptimiseOptions, settingsOf } from "../../optimise/optimise-settings.ts";
import { planFrontiers } from "../../optimise/plan-frontier.ts";
import { rankPlans } from "../../optimise/rank-plans.ts";
import { yardsticksOf, yardsticksWithin } from "../../optimise/yardsticks.ts";
import { worldsOf } from "../../statistics/worlds-of.ts";

/** Holds what plans that are there come to within a budget, as an optimiser tells it. */
export type Shipped = Pick<Optimised, "replicates" | "judged" | "failures" | "frontiers"> & {
  readonly plans: Optimised["budgets"][number]["plans"];
  readonly missing: readonly string[];
  readonly worlds: number;
};

/**
 * Scales the yardsticks of a search to its budget and tells what they come to in the first `most` of the replicates that
 * will judge what it finds: with all of them, the very numbers that the search tells of these plans.
 *
 * @throws InputError as `optimise` does.
 */
export async function shippedPlans(base: Scenario, options: OptimiseOptions, most: number): Promise<Shipped> {
  const settings = settingsOf(options);
  const { floor = {}, tradeOff = ["cost"], yardsticks = [] } = options;
  const [budget = 0] = settings.budgets;
  const objective = targetObjective(base);
  checkSettings(settings);
  await checkAgainst(base, objective, floor, tradeOff);
  const { seed } = settings;
  const { planning, judge: all } = holdOut(settings, base.parameters);
  const judged = all.slice(0, most);
  const sticks = yardsticksOf(base, yardsticks);
  const work = counting(options, sticks.length * (3 * planning.length + judged.length));
  const costOf = async (scenarios: readonly Scenario[]): Promise<readonly number[]> =>
    (await planCosts(scenarios, planning, work.evaluate, {})).costs;
  const { plans, missing } = await yardsticksWithin(sticks, budget, costOf);
  const { trials, failures } = await judge({
    plans,
    objective,
    floor,
    seed,
    replicates: judged,
    evaluate: work.evaluate,
  });
  work.finish();
  return {
    plans: rankPlans(trials, objective),
    frontiers: planFrontiers(trials, objective, tradeOff),
    missing,
    failures,
    replicates: judged.length,
    judged,
    worlds: worldsOf(seed, judged, base.parameters).count,
  };
}
