import { prepare, type Scenario } from "@uptake/model";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions, EvaluationFailure } from "../evaluate/evaluation.ts";
import { runsAhead } from "../evaluate/run-time.ts";
import { type CmaEsState, cmaEsAsk, cmaEsBegin, cmaEsCentre, cmaEsStop, cmaEsTell } from "./cma-es.ts";
import { type Decision, decisionsOf, withDecisions } from "./decision.ts";
import { type HeldOut, holdOut } from "./hold-out.ts";
import { type JudgedPlan, judge } from "./judge.ts";
import { type Floor, type Objective, type Outcomes, searchValue, targetObjective } from "./objective.ts";
import {
  checkAgainst,
  checkBudgets,
  checkSettings,
  type OptimiseOptions,
  type OptimiseSettings,
  settingsOf,
} from "./optimise-settings.ts";
import { planCosts } from "./plan-costs.ts";
import { outcomesOf } from "./tried-plans.ts";
import { type CostOf, cheapestPlans, cheapestPoint, MOVES, type PlannedPoint, withinBudget } from "./within-budget.ts";
import { yardsticksAt } from "./yardsticks.ts";

/** Holds what a budget buys. */
export interface BudgetAnswer {
  readonly budget: number;
  /** Plans tried in the same worlds held out: those the search found, best first, then the yardsticks. */
  readonly plans: readonly JudgedPlan[];
  /** What the search thought of its best plan in its own worlds: a lucky number, to be held against that in worlds held out. */
  readonly promised: number;
  /** Generations, and candidates tried. */
  readonly generations: number;
  readonly candidates: number;
  /** Yardsticks that no scaling brings to the sum, with the reason. */
  readonly missing: readonly string[];
}

/** Holds what an optimiser found. */
export interface Optimised {
  readonly objective: Objective;
  readonly floor: Floor;
  readonly decisions: readonly Decision[];
  /** By budget, ascending. */
  readonly budgets: readonly BudgetAnswer[];
  /** Sums that no plan within the ranges fits. */
  readonly infeasible: readonly number[];
  /** What the cheapest plan within the ranges is planned to cost, in dollars of 2024, and its values. */
  readonly cheapest: PlannedPoint;
  /** Replicates of the plans in the answer, none of which a search has seen. */
  readonly replicates: number;
  /** Different worlds that candidates were tried in, and that the plans in the answer were: none is both, unless all runs share one. */
  readonly worlds: HeldOut["worlds"];
  /** Numbers of the replicates that the plans in the answer were tried in. */
  readonly judged: readonly number[];
  readonly failures: readonly EvaluationFailure[];
  readonly checksums: readonly string[];
}

/** Counts the runs an optimiser makes at most, those of bringing yardsticks to a sum left out. */
export function optimiseRuns(options: OptimiseOptions): number {
  const { budgets, population, generations, planning, replicates, finalists, finalReplicates } = settingsOf(options);
  const search = population * generations * (planning * (1 + MOVES) + replicates);
  const final = (1 + MOVES) * planning + (finalists + 4) * finalReplicates;
  return cheapestPlans(options.decisions.length) * planning + budgets.length * (search + final);
}

/**
 * Seeks the values of decisions that do best within each budget. Candidates of CMA-ES are brought within the sum by
 * {@link withinBudget}, at planned cost, and tried in the same worlds and luck; those that break the floor rank behind
 * all that keep it. The search begins in the middle of the ranges, for a larger sum at the best of the sum before.
 * The best of each search, its centre and the best of smaller sums are then tried in worlds held out (see
 * {@link holdOut}), beside business as usual, the scenario as it stands and coaching alone, the latter two scaled down to the sum where they cost more.
 *
 * @throws InputError for options out of range, decisions that cannot be, a floor where there are no poverty thirds, and
 * when every budget is below the cheapest plan, naming its cost.
 */
export async function optimise(scenario: Scenario, options: OptimiseOptions): Promise<Optimised> {
  const settings = settingsOf(options);
  const objective = options.objective ?? targetObjective(scenario);
  const { floor = {} } = options;
  const decisions = decisionsOf(options.decisions, scenario);
  checkSettings(settings);
  await checkAgainst(scenario, objective, floor);
  const heldOut = holdOut(settings, scenario.parameters);
  const work = counting(options, optimiseRuns(options));
  const scenarioOf = (point: readonly number[]): Scenario => withDecisions(scenario, decisions, point);
  const costOf: CostOf = async (points) => {
    const { costs, checksums } = await planCosts(points.map(scenarioOf), heldOut.planning, work.evaluate, {});
    for (const checksum of checksums) work.checksums.push(checksum);
    return costs;
  };
  const tryPoints = async (points: readonly (readonly number[])[]): Promise<Outcomes[]> => {
    const plans = await Promise.all(points.map((point) => prepare(scenarioOf(point))));
    const tried = await outcomesOf(
      plans,
      objective,
      { seed: settings.seed, replicates: heldOut.search },
      work.evaluate,
    );
    for (const failure of tried.failures) work.failures.push(failure);
    for (const checksum of tried.checksums) work.checksums.push(checksum);
    return tried.outcomes;
  };
  const ranges = decisions.map(({ range }) => range);
  if (options.onEstimate)
    options.onEstimate(await runsAhead(await prepare(scenario), settings.seed, optimiseRuns(options)));
  const cheapest = await cheapestPoint(ranges, costOf);
  checkBudgets(settings.budgets, cheapest.cost);
  const feasible = settings.budgets.filter((budget) => budget >= cheapest.cost);

  const answers: BudgetAnswer[] = [];
  let before: PlannedPoint | undefined;
  for (const budget of feasible) {
    const found = await search({ ranges, settings, budget, start: before?.point }, async (points) => {
      const planned = await withinBudget(points, budget, cheapest, costOf);
      const outcomes = await tryPoints(planned.map(({ point }) => point));
      return planned.map((one, i) => ({ ...one, value: searchValue(objective, floor, outcomes[i]!) }));
    });
    const [centre] = await withinBudget([found.centre], budget, cheapest, costOf);
    const points = distinct([...found.best, centre!, ...(before ? [before] : [])], decisions).slice(
      0,
      settings.finalists + 2,
    );
    const sticks = await yardsticksAt(scenario, budget, heldOut.planning);
    const judged = await judge({
      plans: [
        ...points.map(({ point, cost }) => ({
          label: "plan",
          found: true,
          scenario: scenarioOf(point),
          values: namedValues(decisions, point),
          plannedCost: cost,
        })),
        ...sticks.plans,
      ],
      objective,
      floor,
      seed: settings.seed,
      replicates: heldOut.judge,
      evaluate: work.evaluate,
    });
    for (const failure of judged.failures) work.failures.push(failure);
    for (const checksum of judged.checksums) work.checksums.push(checksum);
    answers.push({
      budget,
      plans: judged.plans,
      promised: found.promised,
      generations: found.generations,
      candidates: found.candidates,
      missing: sticks.missing,
    });
    const best = judged.plans[0] as JudgedPlan;
    before = { point: decisions.map(({ name }) => best.values?.[name] as number), cost: best.plannedCost };
  }
  work.finish();
  return {
    objective,
    floor,
    decisions,
    budgets: answers,
    infeasible: settings.budgets.filter((budget) => !feasible.includes(budget)),
    cheapest,
    replicates: settings.finalReplicates,
    worlds: heldOut.worlds,
    judged: heldOut.judge,
    failures: work.failures,
    checksums: work.checksums,
  };
}

interface Valued extends PlannedPoint {
  readonly value: number | null;
}

/** Searches one budget: the best different candidates, the centre it ended at, and the value of its best. */
async function search(
  how: {
    readonly ranges: readonly (readonly [number, number])[];
    readonly settings: OptimiseSettings;
    readonly budget: number;
    readonly start: readonly number[] | undefined;
  },
  valuesOf: (points: readonly (readonly number[])[]) => Promise<readonly Valued[]>,
) {
  const { ranges, settings, budget, start } = how;
  const { population, generations, finalists } = settings;
  let state: CmaEsState = cmaEsBegin({
    seed: `${settings.seed} ${budget}`,
    bounds: ranges,
    population,
    evaluations: population * generations,
    stepTolerance: 1e-3,
    ...(start ? { start } : {}),
  });
  let best: Valued[] = [];
  while (cmaEsStop(state) === null) {
    const valued = await valuesOf(cmaEsAsk(state));
    state = cmaEsTell(
      state,
      valued.map(({ value }) => value),
    );
    best = [...best, ...valued.filter(({ value }) => value !== null)]
      .sort((a, b) => (a.value as number) - (b.value as number))
      .slice(0, 4 * finalists);
  }
  return {
    best: best.slice(0, finalists),
    centre: cmaEsCentre(state),
    promised: -(best[0]?.value ?? Number.NaN),
    generations: state.generation,
    candidates: state.evaluations,
  };
}

/** Names the values of a point as the plan has them: counts and months are whole. */
function namedValues(decisions: readonly Decision[], point: readonly number[]): Record<string, number> {
  return Object.fromEntries(decisions.map(({ name, whole }, d) => [name, whole ? Math.round(point[d]!) : point[d]!]));
}

/** Drops points that a plan would not show apart. */
function distinct(points: readonly PlannedPoint[], decisions: readonly Decision[]): PlannedPoint[] {
  const nameOf = ({ point }: PlannedPoint): string =>
    decisions.map(({ whole }, d) => (whole ? Math.round(point[d]!) : point[d]!.toPrecision(3))).join(" ");
  return points.filter((point, i) => points.findIndex((other) => nameOf(other) === nameOf(point)) === i);
}

/** Counts the runs of many jobs as one, and keeps what they left behind. */
function counting(options: OptimiseOptions, total: number) {
  const { evaluate = evaluateHere, onProgress, signal } = options;
  let done = 0;
  const counted: Evaluate = async (job, inner: EvaluateOptions = {}) => {
    const results = await evaluate(job, {
      ...inner,
      ...(signal ? { signal } : {}),
      onProgress: (now) => onProgress?.(Math.min(total, done + now), total),
    });
    done += job.evaluations.length;
    return results;
  };
  const failures: EvaluationFailure[] = [];
  const checksums: string[] = [];
  return { evaluate: counted, failures, checksums, finish: () => onProgress?.(total, total) };
}
