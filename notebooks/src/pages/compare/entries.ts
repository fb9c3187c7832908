import type { ScenarioInput, Target } from "@uptake/model";
import { strategyTitle } from "../../kit/plan-start.js";
import { freeName } from "../../plan/free-name.js";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { compareWords as say } from "../../words/compare.js";

/** Holds a plan that is compared. */
export interface Entry {
  readonly name: string;
  readonly scenario: ScenarioInput;
  /** Place among the pinned plans; undefined for the plan on show. */
  readonly pin: number | undefined;
}

/** Replicates that the page can run of each plan. */
export const [fewest, most] = [25, 2_000];

/** Lists the plans that are compared: those pinned, and the plan on show until there are two of them. */
export function entriesOf(store: Pick<PlanStore, "get">): readonly Entry[] {
  const { pinned = [], scenario } = store.get();
  const pins: Entry[] = [];
  // A link may hold two plans of one name.
  for (const [pin, { name, scenario: given }] of pinned.entries())
    pins.push({ name: freeName(name, pins), scenario: given, pin });
  const written = JSON.stringify(scenario);
  if (pins.length >= 2 || pins.some((one) => JSON.stringify(one.scenario) === written)) return pins;
  const { title, changed } = strategyTitle(store);
  const name = changed ? say.changed(title) : title;
  return [...pins, { name: freeName(name, pins), scenario, pin: undefined }];
}

/** Holds what is asked of the simulation: the same whatever the order and the names of the plans. */
export interface AskedComparison {
  readonly input: {
    readonly scenarios: readonly ScenarioInput[];
    readonly target: Target;
    readonly replicates: number;
    readonly seed: string;
  };
  readonly key: string;
  /** Place of each entry among the scenarios. */
  readonly places: readonly number[];
}

/** Writes what is asked about entries. @throws InputError where the first is no scenario. */
export function askedOf(entries: readonly Entry[], store: Pick<PlanStore, "get">): AskedComparison {
  const { replicates = usual.replicates, seed = usual.seed } = store.get();
  const written = entries.map(({ scenario }) => JSON.stringify(scenario));
  const order = written
    .map((_, i) => i)
    .sort((a, b) => (written[a]! < written[b]! ? -1 : written[a]! > written[b]! ? 1 : a - b));
  const input = {
    scenarios: order.map((i) => entries[i]!.scenario),
    target: completedOf(entries[0]!.scenario).target,
    replicates: Math.min(most, Math.max(fewest, replicates)),
    seed,
  };
  return { input, key: JSON.stringify(input), places: entries.map((_, i) => order.indexOf(i)) };
}
