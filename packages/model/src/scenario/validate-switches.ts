import type { Issue } from "../issue.ts";
import { switchedValues } from "./assumed-parameters.ts";
import type { Scenario } from "./scenario.ts";
import { writePath } from "./validate-path.ts";

/** Finds parameters that a scenario gives one value and a switch another. */
export function checkSwitches({ switches, parameters }: Scenario): Issue[] {
  return Object.entries(switchedValues(switches)).flatMap(([name, held]): Issue[] => {
    const value = parameters.values[name];
    if (value === undefined || value === held) return [];
    return [
      {
        code: "contradicts-switch",
        path: writePath(["parameters", "values", name]),
        message: `a switch holds ${name} at ${held}, and here it is ${value}`,
        value,
        allowed: `${held}, or no value`,
      },
    ];
  });
}
