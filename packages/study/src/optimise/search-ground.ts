import { prepare, type Scenario } from "@uptake/model";
import { planCosts } from "../budget/plan-costs.ts";
import type { Counting } from "../evaluate/counting.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { type Chosen, type Decision, withDecisions } from "./decision.ts";
import type { Floor } from "./floor.ts";
import type { HeldOut } from "./hold-out.ts";
import type { PlanToJudge } from "./judge.ts";
import type { Objective } from "./objective.ts";
import { chosenAt, type Point, rangesOf } from "./search-space.ts";
import { type Seen, seenOf } from "./search-value.ts";
import { outcomesOf } from "./tried-plans.ts";
import type { CostOf, PlannedPoint } from "./within-budget.ts";

/** Holds what a search stands on: the ranges, and what points come to in the worlds that are searched. */
export interface SearchGround {
  readonly ranges: readonly (readonly [number, number])[];
  readonly chosenAt: (point: Point) => Chosen;
  /** Writes what is chosen as a text that two plans share only where they are the same. */
  readonly keyOf: (chosen: Chosen) => string;
  readonly costOf: CostOf;
  /** Plans the points that the cheapest plan is found by. */
  readonly costCheapest: CostOf;
  readonly costOfScenarios: (scenarios: readonly Scenario[]) => Promise<readonly number[]>;
  /** Tries points in the worlds searched; null where nothing was measured. */
  readonly see: (points: readonly Point[]) => Promise<readonly (Seen | null)[]>;
  readonly planAt: (point: PlannedPoint) => PlanToJudge;
}

/** Looks values up by key and works out those that are not known yet, each once. */
async function lookedUp<T>(
  known: Map<string, T>,
  keys: readonly string[],
  work: (places: readonly number[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const places = keys.flatMap((key, i) => (!known.has(key) && keys.indexOf(key) === i ? [i] : []));
  if (places.length > 0) {
    const found = await work(places);
    places.forEach((place, i) => known.set(keys[place] as string, found[i] as T));
  }
  return keys.map((key) => known.get(key) as T);
}

/** Prepares a search: plans that choose the same are run once. */
export function searchGround(input: {
  readonly scenario: Scenario;
  readonly decisions: readonly Decision[];
  readonly objective: Objective;
  readonly floor: Floor;
  readonly heldOut: HeldOut;
  readonly seed: string;
  readonly work: Counting;
  readonly evaluateCheapest?: Evaluate | undefined;
}): SearchGround {
  const { scenario, decisions, objective, floor, heldOut, seed, work, evaluateCheapest = evaluateHere } = input;
  const chosen = (point: Point): Chosen => chosenAt(decisions, point);
  const keyOf = (values: Chosen): string => JSON.stringify(decisions.map(({ name }) => values[name]));
  const scenarioAt = (point: Point): Scenario => withDecisions(scenario, decisions, chosen(point));
  const costs = new Map<string, number>();
  const seen = new Map<string, Seen | null>();
  const keysOf = (points: readonly Point[]): string[] => points.map((point) => keyOf(chosen(point)));
  const costOfScenarios = async (
    scenarios: readonly Scenario[],
    evaluate: Evaluate = work.evaluate,
  ): Promise<readonly number[]> => {
    const found = await planCosts(scenarios, heldOut.planning, evaluate, {});
    work.keep({ checksums: found.checksums });
    return found.costs;
  };
  const costsAt = (points: readonly Point[], evaluate: Evaluate): Promise<number[]> =>
    lookedUp(costs, keysOf(points), (places) =>
      costOfScenarios(
        places.map((place) => scenarioAt(points[place] as Point)),
        evaluate,
      ),
    );
  return {
    ranges: rangesOf(decisions),
    chosenAt: chosen,
    keyOf,
    costOfScenarios: (scenarios) => costOfScenarios(scenarios),
    costOf: (points) => costsAt(points, work.evaluate),
    costCheapest: (points) => costsAt(points, evaluateCheapest),
    see: (points) =>
      lookedUp(seen, keysOf(points), async (places) => {
        const plans = await Promise.all(places.map((place) => prepare(scenarioAt(points[place] as Point))));
        const tried = await outcomesOf(plans, objective, { seed, replicates: heldOut.search }, work.evaluate);
        work.keep(tried);
        return tried.outcomes.map((one) => seenOf(objective, floor, one));
      }),
    planAt: ({ point, cost }) => ({
      label: "plan",
      found: true,
      scenario: scenarioAt(point),
      values: chosen(point),
      factor: 1,
      plannedCost: cost,
    }),
  };
}
