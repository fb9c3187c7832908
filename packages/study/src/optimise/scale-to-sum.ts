import { type Scenario, scenario as scenarioOf } from "@uptake/model";
import { leversToScale } from "../budget/levers-to-scale.ts";
import { scaleIntensities } from "../budget/scale-intensities.ts";

/** Holds a strategy within a sum. */
export interface WithinSum {
  readonly scenario: Scenario;
  /** What the intensities of its levers were multiplied by, above 0, at most 1. */
  readonly factor: number;
  /** Dollars of 2024, at most the sum. */
  readonly plannedCost: number;
}

/** Holds what is missing: no scaling brings it within the sum, and the least it costs. */
export interface OverSum {
  readonly least: number;
}

/** Most times that factors are tried. */
export const scalingRounds = 12;

/** Part of the sum that is near enough below it. */
const near = 0.99;

function scaled(scenario: Scenario, factor: number): Scenario {
  if (factor === 1) return scenario;
  const levers = scaleIntensities(scenario.levers, factor, leversToScale(scenario.levers));
  return scenarioOf({ ...scenario, strategy: { name: scenario.strategy }, levers });
}

interface Scaling {
  readonly full: Scenario;
  low: { readonly factor: number; readonly cost: number } | null;
  high: { readonly factor: number; readonly cost: number };
}

const isOpen = ({ low, high }: Scaling, dollars: number): boolean =>
  high.cost > dollars && (low === null || low.cost < near * dollars);

/** Returns the factor tried next: in turn where an even rise of cost would meet the sum, and the middle. */
function next({ low, high }: Scaling, dollars: number, round: number): number {
  const from = low ?? { factor: 0, cost: 0 };
  const middle = (from.factor + high.factor) / 2;
  if (round % 2 === 1) return middle;
  const share = (dollars * (near + 1)) / 2 - from.cost;
  const factor = from.factor + ((high.factor - from.factor) * share) / (high.cost - from.cost);
  return factor > from.factor && factor < high.factor ? factor : middle;
}

/**
 * Brings strategies within a sum: one that costs no more stays as it is, and of the others the intensities are scaled by
 * one factor, so that the plan costs the sum or up to a hundredth less, or the most below it where cost jumps over it. All
 * are planned together, by whoever makes the runs.
 */
export async function scaleToSum(
  scenarios: readonly Scenario[],
  dollars: number,
  costOf: (scenarios: readonly Scenario[]) => Promise<readonly number[]>,
): Promise<(WithinSum | OverSum)[]> {
  const costs = await costOf(scenarios);
  const all = scenarios.map((full, i): Scaling => ({ full, low: null, high: { factor: 1, cost: costs[i] as number } }));
  for (let round = 0; round < scalingRounds; round++) {
    const open = all.filter((one) => isOpen(one, dollars));
    if (open.length === 0) break;
    const factors = open.map((one) => next(one, dollars, round));
    const tried = await costOf(open.map(({ full }, i) => scaled(full, factors[i] as number)));
    open.forEach((one, i) => {
      const found = { factor: factors[i] as number, cost: tried[i] as number };
      if (found.cost <= dollars) one.low = found;
      else one.high = found;
    });
  }
  return all.map(({ full, low, high }) => {
    const held = high.cost <= dollars ? high : low;
    if (held === null) return { least: high.cost };
    return { scenario: scaled(full, held.factor), factor: held.factor, plannedCost: held.cost };
  });
}
