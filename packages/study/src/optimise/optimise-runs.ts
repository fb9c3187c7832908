import { strategies } from "@uptake/model";
import { namesOf } from "./decision.ts";
import { type OptimiseOptions, settingsOf } from "./optimise-settings.ts";
import { scalingRounds } from "./scale-to-sum.ts";
import { searchesOf } from "./search-budget.ts";
import { cheapestPlans, MOVES } from "./within-budget.ts";

/** Counts the runs an optimiser makes at most. */
export function optimiseRuns(options: OptimiseOptions): number {
  const { budgets, population, generations, planning, replicates, finalists, finalReplicates } = settingsOf(options);
  const references = strategies.filter(({ kind }) => kind === "reference").length;
  // Business as usual and the scenario as it stands are yardsticks too.
  const yardsticks = (options.yardsticks?.length ?? references) + 2;
  const searches = searchesOf(options.tradeOff ?? []);
  const dimensions = options.decisions.reduce(
    (sum, { name, options: names }) => sum + (names ?? namesOf(name) ?? [name]).length,
    0,
  );
  const search = population * generations * (planning * (1 + MOVES) + replicates) + (1 + MOVES) * planning;
  const plans = searches * (finalists + 1) + yardsticks;
  const each = searches * search + yardsticks * (1 + scalingRounds) * planning + plans * finalReplicates;
  return cheapestPlans(dimensions) * planning + budgets.length * each + 2 * finalists * finalReplicates;
}
