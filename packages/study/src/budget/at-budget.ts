import {
  InputError,
  type Issue,
  type Scenario,
  type ScenarioInput,
  scenario as scenarioOf,
  thousands,
} from "@uptake/model";
import { KeptReplicates } from "../ensemble/kept-replicates.ts";
import { type PlannedCostOptions, plannedCostIn } from "./planned-cost.ts";
import { scaleIntensities } from "./scale-intensities.ts";

/** Sets how a strategy is brought to a budget. */
export interface AtBudgetOptions extends PlannedCostOptions {
  /** Names the levers that are scaled (default all of them); the others stay as they are. */
  readonly only?: readonly string[];
  /**
   * Whether factors are tried where a straight line between the ends meets the sum, in place of halfway between them
   * (default false): a few tries in place of a dozen. The factor found is another of those within 0.5%.
   */
  readonly interpolate?: boolean;
  /** Tells what a scenario is planned to cost, in dollars of 2024 (default {@link plannedCost}), as on other threads. */
  readonly costOf?: (scenario: Scenario) => Promise<number>;
}

/** Holds a scenario brought to a budget. */
export interface Budgeted {
  /** The scenario with its intensities scaled. */
  readonly scenario: Scenario;
  /** What intensities were multiplied by, above 0, at most 1. */
  readonly factor: number;
  /** What the scaled plan is planned to cost, in dollars of 2024; see `plannedCost`. */
  readonly plannedCost: number;
  /** Whether that is within 0.5% of the sum; false where cost jumps over it, as with whole schools and whole months. */
  readonly reached: boolean;
}

/** Share of the sum by which planned cost may differ from it. */
const tolerance = 0.005;
/** Halvings of the factor's interval before a jump is taken for one: the factor is then known to 0.0001. */
const halvings = 14;
/** Least factor tried: one, halved as often. */
const leastFactor = 1 / 16_384;

const dollarsOf = (sum: number): string => `$${thousands(sum)}`;

function refuse(dollars: number, message: string, allowed: string): InputError {
  const issue: Issue = { code: "out-of-range", path: "dollars", message, value: dollars, allowed };
  return new InputError([issue]);
}

/**
 * Scales the intensities of a strategy (by name, or a scenario's) by one factor, found step by step, so that its planned
 * cost over the run is `dollars` (of 2024), within 0.5%. Where cost jumps over the sum the plan stays below it and says
 * that the sum was not `reached`. Levers that cost nothing are scaled too, unless `only` leaves them out.
 *
 * @throws InputError when `dollars` is not a finite sum above 0, when the strategy costs less at full intensity, and when
 * what it costs however little is done is more already.
 *
 * @example
 * ```ts
 * import { atBudget } from "@uptake/study/budget";
 *
 * const { scenario, factor, plannedCost, reached } = await atBudget(
 *   { district: "small-rural", strategy: "coaching-only" },
 *   300_000,
 *   { replicates: 4 },
 * );
 * console.log(scenario.strategy, factor, plannedCost, reached);
 * ```
 */
export async function atBudget(
  input: string | ScenarioInput,
  dollars: number,
  options: AtBudgetOptions = {},
): Promise<Budgeted> {
  if (!(dollars > 0 && Number.isFinite(dollars))) {
    throw refuse(dollars, `${dollars} is not a sum to spend`, "a finite sum above 0");
  }
  const full = scenarioOf(typeof input === "string" ? { strategy: input } : input);
  const kept = new KeptReplicates();
  const { costOf = (scenario) => plannedCostIn(kept, scenario, options) } = options;
  const at = async (factor: number): Promise<Budgeted> => {
    const levers = scaleIntensities(full.levers, factor, options.only);
    const scenario = factor === 1 ? full : scenarioOf({ ...full, strategy: { name: full.strategy }, levers });
    const cost = await costOf(scenario);
    return { scenario, factor, plannedCost: cost, reached: Math.abs(cost - dollars) <= tolerance * dollars };
  };

  const most = await at(1);
  if (most.reached) return most;
  if (most.plannedCost < dollars) {
    const sum = dollarsOf(most.plannedCost);
    throw refuse(dollars, `the strategy costs ${sum} at full intensity, which is less`, `at most ${sum}`);
  }
  let low: Budgeted | undefined;
  let high = most;
  const tooDear = (least: Budgeted): InputError => {
    const sum = dollarsOf(least.plannedCost);
    return refuse(dollars, `the strategy costs ${sum} however little is done`, `at least ${sum}`);
  };
  if (options.interpolate) {
    // A sum that is hopeless is told by a single try.
    const least = await at(leastFactor);
    if (least.reached) return least;
    if (least.plannedCost > dollars) throw tooDear(least);
    low = least;
  }
  /** Returns where to try next; every third time halfway, as cost that jumps is no line. */
  const next = (i: number): number => {
    const [from, spent] = [low?.factor ?? 0, low?.plannedCost ?? 0];
    const width = high.factor - from;
    const along = (dollars - spent) / (high.plannedCost - spent);
    return from + width * (options.interpolate && i % 3 < 2 ? Math.min(0.98, Math.max(0.02, along)) : 0.5);
  };
  for (let i = 0; i < (options.interpolate ? 2 : 1) * halvings; i++) {
    const middle = await at(next(i));
    if (middle.reached) return middle;
    if (middle.plannedCost < dollars) low = middle;
    else high = middle;
  }
  if (low) return low;
  throw tooDear(high);
}
