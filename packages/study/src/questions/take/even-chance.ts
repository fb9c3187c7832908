import { type Scenario, type ScenarioInput, scenario as scenarioOf } from "@uptake/model";
import { minimumBudget } from "../../budget/minimum-budget.ts";
import { scaleIntensities } from "../../budget/scale-intensities.ts";
import type { Signal } from "../../evaluate/evaluation.ts";
import { shortInput } from "../../link/short-input.ts";
import { optimise } from "../../optimise/optimise.ts";
import type { OptimiseOptions } from "../../optimise/optimise-settings.ts";
import type { RankedPlan } from "../../optimise/rank-plans.ts";
import type { Probability } from "../../statistics/wilson.ts";
import { calledAs } from "./called-as.ts";

/** Holds the smallest budget found with which the target is as likely as not; the floor is not looked at. */
export interface EvenChance {
  /** Plan whose levers are scaled down until the chance is even, and what that costs, in dollars of 2024. */
  readonly found: {
    readonly label: string;
    /** The plan scaled to that sum. */
    readonly scenario: ScenarioInput;
    readonly dollars: number;
    /** Lower end of the 95% interval; null where no budget that was tried is so. */
    readonly low: number | null;
    readonly high: number | null;
    readonly chance: Probability;
  } | null;
  /** Largest sum that was searched, and the best chance found with it. */
  readonly searched: number;
  /** Best chance found within the largest sum; null where none was told. */
  readonly best: number | null;
}

/** Sums searched, as multiples of the budget, while none gives an even chance; and how hard those beyond it are. */
const multiples = [1, 2, 4, 8] as const;
const beyond = { generations: 3, finalists: 1 } as const;

/** Halvings of the interval of intensities: known to a 32nd. */
const halvings = 5;

/**
 * Finds the smallest budget for an even chance: the best plan within the budget is scaled down, or where its chance is
 * less than even, the best plan of a short search within twice, four and eight times the sum.
 */
export async function evenChance(
  base: Scenario,
  within: readonly RankedPlan[],
  options: OptimiseOptions & { readonly signal: Signal },
): Promise<EvenChance> {
  const [budget = 0] = options.budgets;
  const { seed = "uptake", evaluate, signal, onProgress } = options;
  let best: number | null = null;
  for (const multiple of multiples) {
    const sum = multiple * budget;
    const plans = multiple === 1 ? within : await plansWithin(base, sum, options);
    const top = plans.reduce<RankedPlan | undefined>((a, b) => (worth(b) > worth(a) ? b : a), undefined);
    best = top?.value?.value ?? best;
    if (!top || worth(top) < 0.5 || Object.keys(top.scenario.levers).length === 0) continue;
    const least = await minimumBudget(top.scenario, {
      seed,
      halvings,
      signal,
      onProgress,
      ...(evaluate ? { evaluate } : {}),
    });
    if (!least.budget) continue;
    const { dollars, factor, probability } = least.budget;
    const { low, high } = least;
    const label = `${top.label.split(", scaled")[0]}, scaled to an even chance`;
    const scenario = shortInput(calledAs(label, scaledTo(top.scenario, factor)));
    return { found: { label: top.label, scenario, dollars, low, high, chance: probability }, searched: sum, best };
  }
  return { found: null, searched: multiples.at(-1)! * budget, best };
}

const worth = (plan: RankedPlan | undefined): number => plan?.value?.value ?? -1;

async function plansWithin(base: Scenario, sum: number, options: OptimiseOptions): Promise<readonly RankedPlan[]> {
  const { budgets } = await optimise(base, { ...options, ...beyond, budgets: [sum] });
  return budgets[0]?.plans ?? [];
}

function scaledTo(scenario: Scenario, factor: number): Scenario {
  const levers = scaleIntensities(scenario.levers, factor);
  return scenarioOf({ ...scenario, strategy: { name: scenario.strategy }, levers });
}
