import type { Plan } from "./plan.ts";
import { readingCount } from "./reading-places.ts";
import type { Scenario } from "./scenario-type.ts";
import { shareEqual } from "./share-equal.ts";
import { leversIn, openSettings } from "./unknown.ts";

/** Compiles a scenario whose settings may be unknown, given how one whose settings are all known is compiled. */
export type CompileReadings = (scenario: Scenario, compile: (known: Scenario) => Promise<Plan>) => Promise<Plan>;

/** Compiles a scenario that leaves settings unknown reading by reading, and one that leaves none as it is. */
export const compileReadings: CompileReadings = async (scenario, compile) => {
  if (openSettings(scenario.levers).length === 0) return compile(scenario);
  const at = (reading: number): Promise<Plan> => compile({ ...scenario, levers: leversIn(scenario.levers, reading) });
  const first = await at(0);
  const readings = [first];
  while (readings.length < readingCount) readings.push(shareEqual(first, await at(readings.length)));
  return { ...first, scenario, readings };
};
