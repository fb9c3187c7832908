import { InputError, type Issue, type Scenario, type StrategyInput } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { z } from "zod";

/** Holds a list of strategies as a study file gives it. */
export type StrategyList = readonly (string | Readonly<Record<string, unknown>>)[];

/** Checks a list of strategies: names, or levers on top of a named one. What they hold is checked with the scenario. */
export const strategyList: z.ZodType<StrategyList> = z
  .array(
    z.union([
      z.string().min(1).max(200).describe("Name of a strategy"),
      z.record(z.string(), z.unknown()).describe("A strategy written out: base, name and levers"),
    ]),
  )
  .min(1)
  .max(32)
  .describe("Strategies to try, by name or as base, name and levers; each takes the place of the scenario's own");

/**
 * Returns the scenario under each strategy of a list, which the study has in a field. A name that is the scenario's own
 * strategy keeps its own levers.
 *
 * @throws InputError with everything wrong with the strategies.
 */
export async function strategyScenarios(
  asked: StrategyList,
  base: Scenario,
  field = "strategies",
): Promise<readonly Scenario[]> {
  const { horizon, funded } = base;
  const issues: Issue[] = [];
  const all: Scenario[] = [];
  for (const [i, one] of asked.entries()) {
    if (one === base.strategy) {
      all.push({ ...base, name: base.strategy });
      continue;
    }
    // Place and shocks were checked with the scenario itself.
    const target = { ...base.target, month: Math.min(base.target.month, horizon) };
    const checked = await validateScenario({ strategy: one as StrategyInput, horizon, funded, target });
    if ("issues" in checked)
      for (const issue of checked.issues)
        issues.push({ ...issue, path: issue.path.replace(/^(strategy|target\.of)/, `${field}[${i}]`) });
    else {
      const { name, strategy, levers } = checked.scenario;
      all.push({ ...base, name, strategy, levers });
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return all;
}
