import type { ScenarioInput } from "@uptake/model";
import { scenarioVersion } from "@uptake/model/upgrade";
import { startScenario } from "@uptake/study/link";
import { strategyTitle } from "../../kit/plan-start.js";
import { freeName } from "../../plan/free-name.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { breakWords as say } from "../../words/break.js";
import { titleOf } from "../../words/title-of.js";
import { withShocks } from "./shocks.js";

/** Holds a plan that is tried, under the name that figures give it. */
export interface TriedPlan {
  readonly name: string;
  readonly scenario: ScenarioInput;
}

/** Holds the plans that are tried, the one on show first, and the names of pinned ones that cannot be held against it. */
export interface TriedPlans {
  readonly plans: readonly TriedPlan[];
  readonly leftOut: readonly string[];
}

/** Presets that a plan is held against where none is pinned, in the order of preference, and how many of them. */
const rivals: readonly string[] = ["coaching-only", "all-six-lessons", "volunteers-only"];
const fewRivals = 2;

/** What plans that are held against each other may differ in. */
const own: readonly string[] = ["name", "strategy", "levers", "shocks", "target"];

/** Writes what plans must share: place, months, beliefs, switches. */
function sharedOf(scenario: ScenarioInput): string {
  const shared = Object.entries({ district: startScenario.district, version: scenarioVersion, ...scenario });
  return JSON.stringify(shared.filter(([key]) => !own.includes(key)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lists the plans that are tried: the one on show and those pinned, or presets where none is; all without shocks. */
export function triedPlans(store: Pick<PlanStore, "get">): TriedPlans {
  const { scenario, pinned = [] } = store.get();
  const { levers: _, strategy: __, name: ___, ...place } = withShocks(scenario, []);
  const plans: TriedPlan[] = [{ name: say.thisPlan, scenario: withShocks(scenario, []) }];
  const leftOut: string[] = [];
  for (const { name, scenario: other } of pinned) {
    const target = scenario.target === undefined ? {} : { target: scenario.target };
    const { target: ____, ...rest } = withShocks(other, []);
    if (sharedOf(other) === sharedOf(scenario))
      plans.push({ name: freeName(name, plans), scenario: { ...rest, ...target } });
    else leftOut.push(name);
  }
  if (pinned.length === 0) {
    const chosen = rivals.filter((name) => name !== strategyTitle(store).name).slice(0, fewRivals);
    for (const name of chosen) {
      const title = titleOf(name) ?? name;
      plans.push({ name: freeName(title, plans), scenario: { ...place, strategy: name } });
    }
  }
  return { plans, leftOut };
}
