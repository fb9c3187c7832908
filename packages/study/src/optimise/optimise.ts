import { prepare, type Scenario } from "@uptake/model";
import { counting } from "../evaluate/counting.ts";
import type { EvaluationFailure } from "../evaluate/evaluation.ts";
import { runsAhead } from "../evaluate/run-time.ts";
import { type Chosen, type Decision, decisionsOf } from "./decision.ts";
import type { Floor } from "./floor.ts";
import { type HeldOut, holdOut } from "./hold-out.ts";
import { judge, type PlanToJudge, type Trial } from "./judge.ts";
import { lessThan, type Objective, targetObjective, type ValueInterval } from "./objective.ts";
import { optimiseRuns } from "./optimise-runs.ts";
import { checkAgainst, checkBudgets, checkSettings, type OptimiseOptions, settingsOf } from "./optimise-settings.ts";
import { type Frontier, planFrontiers, type TradeOff } from "./plan-frontier.ts";
import { orderPlans, type RankedPlan, rankPlans } from "./rank-plans.ts";
import { type SearchedBudget, searchBudget } from "./search-budget.ts";
import { searchGround } from "./search-ground.ts";
import { pointOf } from "./search-space.ts";
import { spreadPlans } from "./spread-plans.ts";
import { cheapestPoint } from "./within-budget.ts";
import { referenceYardsticks, yardsticksOf, yardsticksWithin } from "./yardsticks.ts";

/** Holds what a budget buys. */
export interface BudgetAnswer {
  /** The sum, in dollars of 2024. */
  readonly budget: number;
  /** Every plan within the sum that was tried in worlds held out, found or a yardstick, best first. */
  readonly plans: readonly RankedPlan[];
  /** What is sought with the best of these less that with the best within the sum before, in the same worlds and luck; null for the smallest sum. */
  readonly gain: ValueInterval | null;
  /** What the search thought of its best plan in its own worlds, a lucky number to be held against that in worlds held out; null where none kept the floor there. */
  readonly promised: number | null;
  /** Generations of the search. */
  readonly generations: number;
  /** Candidates tried. */
  readonly candidates: number;
  /** Yardsticks that no scaling brings within the sum, with the reason. */
  readonly missing: readonly string[];
}

/** Holds what an optimiser found. */
export interface Optimised {
  /** What was sought. */
  readonly objective: Objective;
  /** What every plan had to keep. */
  readonly floor: Floor;
  /** What could be chosen, with its range. */
  readonly decisions: readonly Decision[];
  /** What was traded against the objective. */
  readonly tradeOff: readonly TradeOff[];
  /** By budget, ascending. */
  readonly budgets: readonly BudgetAnswer[];
  /** Plans of all budgets that no other beats in what is sought and what is traded against it: one thing, then both. */
  readonly frontiers: readonly Frontier[];
  /** Sums that no plan within the ranges fits. */
  readonly infeasible: readonly number[];
  /** What the cheapest plan within the ranges chooses, and what it is planned to cost, in dollars of 2024. */
  readonly cheapest: { readonly values: Chosen; readonly cost: number };
  /** Replicates of the plans in the answer, none of which a search has seen. */
  readonly replicates: number;
  /** Different worlds that candidates were tried in, and that the plans in the answer were: none is both, unless all runs share one. */
  readonly worlds: HeldOut["worlds"];
  /** Numbers of the replicates that the plans in the answer were tried in. */
  readonly judged: readonly number[];
  /** Runs that failed, those of the searches included; their replicates are left out. */
  readonly failures: readonly EvaluationFailure[];
  /** Checksum of each run made, those of the searches included; empty where it failed. */
  readonly checksums: readonly string[];
}

/**
 * Seeks the values of decisions that do best within each budget. Candidates of CMA-ES are brought within the sum at
 * planned cost (see `withinBudget`) and tried in the same worlds and luck; those that break the floor rank behind all
 * that keep it. The search begins at `start` or in the middle of the ranges, for a larger sum at the best of the sum
 * before. Where the gap is traded off, each sum is searched for a small gap and for plans between, too.
 *
 * The best of each search, its centre, and plans spread along the frontier of all candidates are then tried in worlds held
 * out, beside business as usual, the reference strategies (or others) and the scenario as it stands,
 * scaled down to the sum where they cost more. Within each sum all of these are ranked alike, cheaper ones included.
 *
 * @throws InputError for options out of range, decisions that cannot be, a floor where there are no poverty thirds, and
 * when every budget is below the cheapest plan, naming its cost.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 * import { optimise } from "@uptake/study/optimise";
 *
 * const { budgets } = await optimise(scenario({ district: "small-rural", strategy: "coaching-only" }), {
 *   decisions: [{ name: "levers.coaching.teachersPerCoach", range: [10, 60] }],
 *   budgets: [500_000],
 *   ...{ population: 4, generations: 2, replicates: 4, planning: 4, finalists: 2, finalReplicates: 32 },
 * });
 * for (const { budget, plans } of budgets) console.log(budget, plans[0]?.label, plans[0]?.value);
 * ```
 */
export async function optimise(scenario: Scenario, options: OptimiseOptions): Promise<Optimised> {
  const settings = settingsOf(options);
  const objective = options.objective ?? targetObjective(scenario);
  const { floor = {}, tradeOff = ["cost"] } = options;
  const decisions = decisionsOf(options.decisions, scenario);
  checkSettings(settings);
  await checkAgainst(scenario, objective, floor, tradeOff);
  const heldOut = holdOut(settings, scenario.parameters);
  const most = optimiseRuns(options);
  const work = counting(options, most);
  if (options.onEstimate) options.onEstimate(await runsAhead(await prepare(scenario), settings.seed, most));
  const { seed } = settings;
  const { evaluateCheapest } = options;
  const ground = searchGround({ scenario, decisions, objective, floor, heldOut, seed, work, evaluateCheapest });
  const cheapest = await cheapestPoint(ground.ranges, ground.costCheapest);
  checkBudgets(settings.budgets, cheapest.cost);
  const feasible = settings.budgets.filter((budget) => budget >= cheapest.cost);

  const yardsticks = yardsticksOf(scenario, options.yardsticks ?? referenceYardsticks(scenario));
  const searches: (SearchedBudget & { readonly budget: number; readonly missing: readonly string[] })[] = [];
  const toJudge = new Map<string, PlanToJudge>();
  const keyOf = ({ values, scenario: { levers } }: PlanToJudge): string =>
    values ? ground.keyOf(values) : JSON.stringify(levers);
  const add = (plan: PlanToJudge): unknown => toJudge.set(keyOf(plan), plan);
  for (const budget of feasible) {
    const start = searches.at(-1)?.best?.point ?? (options.start && pointOf(decisions, options.start));
    const found = await searchBudget({ budget, cheapest, settings, objective, tradeOff, start }, ground);
    const sticks = await yardsticksWithin(yardsticks, budget, ground.costOfScenarios);
    for (const point of found.finalists) add(ground.planAt(point));
    for (const plan of sticks.plans) add(plan);
    searches.push({ budget, ...found, missing: sticks.missing });
  }
  const candidates = searches.flatMap((one) => one.candidates);
  for (const point of spreadPlans(candidates, tradeOff, 2 * settings.finalists)) add(ground.planAt(point));

  const plans = [...toJudge.values()];
  const judged = await judge({ plans, objective, floor, seed, replicates: heldOut.judge, evaluate: work.evaluate });
  work.keep(judged);
  const trials = numbered(judged.trials, feasible, objective);
  const within = (budget: number): Trial[] => trials.filter(({ plan }) => plan.plannedCost <= budget);
  const bests = feasible.map((budget) => orderPlans(within(budget), objective)[0] as Trial);
  work.finish();
  return {
    objective,
    floor,
    decisions,
    tradeOff,
    budgets: searches.map(({ budget, promised, generations, tried, missing }, b) => ({
      budget,
      plans: rankPlans(within(budget), objective),
      gain: b === 0 ? null : gainOf(objective, bests[b] as Trial, bests[b - 1] as Trial),
      promised,
      generations,
      candidates: tried,
      missing,
    })),
    frontiers: planFrontiers(trials, objective, tradeOff),
    infeasible: settings.budgets.filter((budget) => !feasible.includes(budget)),
    cheapest: { values: ground.chosenAt(cheapest.point), cost: cheapest.cost },
    replicates: settings.finalReplicates,
    worlds: heldOut.worlds,
    judged: heldOut.judge,
    failures: work.failures,
    checksums: work.checksums,
  };
}

const gainOf = (objective: Objective, more: Trial, less: Trial): ValueInterval | null =>
  lessThan(objective, more.outcomes.sought, less.outcomes.sought, more.units);

/** Numbers found plans: those within the smallest sum first, best first, then those that only a larger sum holds. */
function numbered(trials: readonly Trial[], budgets: readonly number[], objective: Objective): Trial[] {
  const order = budgets.flatMap((budget) =>
    orderPlans(
      trials.filter(({ plan }) => plan.found && plan.plannedCost <= budget),
      objective,
    ),
  );
  const names = new Map([...new Set(order)].map((trial, i) => [trial, `plan ${i + 1}`]));
  return trials.map((trial) => ({ ...trial, plan: { ...trial.plan, label: names.get(trial) ?? trial.plan.label } }));
}
