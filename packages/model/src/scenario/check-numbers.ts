import type { Issue } from "../issue.ts";
import type { ScenarioInput } from "./scenario-type.ts";
import { type Keys, writePath } from "./validate-path.ts";

/** Lists every number in the input of a scenario that is not finite, not whole where it must be, or out of range. */
export function checkNumbers(input: ScenarioInput): Issue[] {
  const issues: Issue[] = [];
  const number = (value: unknown, keys: Keys, low: number, high: number, unit: string, whole = true): void => {
    if (value === undefined) return;
    const path = writePath(keys);
    const allowed = `${low} to ${high}${unit}`;
    if (typeof value !== "number") issues.push({ code: "wrong-kind", path, message: "is not a number", value });
    else if (!Number.isFinite(value))
      issues.push({ code: "not-finite", path, message: `${value} is not a finite number`, value });
    else if (whole && !Number.isInteger(value))
      issues.push({ code: "wrong-kind", path, message: `${value} is not a whole number`, value });
    else if (value < low || value > high)
      issues.push({ code: "out-of-range", path, message: `${value} is out of range`, value, allowed });
  };
  const { horizon, funded, target, shocks = [], ease = {}, parameters = {} } = input;
  number(horizon, ["horizon"], 1, 600, " months");
  number(funded, ["funded"], 0, 600, " months");
  number(target?.share, ["target", "share"], 0, 1, "", false);
  number(target?.month, ["target", "month"], 0, 600, " months");
  shocks.forEach(({ month, months }, i) => {
    number(month, ["shocks", i, "month"], 0, 599, " months");
    number(months, ["shocks", i, "months"], 1, 600, " months");
  });
  for (const [name, value] of Object.entries(ease)) number(value, ["ease", name], 0.01, 100, " ratio of odds", false);
  for (const [name, value] of Object.entries(parameters.values ?? {}))
    number(value, ["parameters", "values", name], -1e12, 1e12, "", false);
  const strategy = typeof input.strategy === "object" ? input.strategy.levers : undefined;
  for (const [under, levers] of [
    [["strategy", "levers"], strategy],
    [["levers"], input.levers],
  ] as const)
    for (const [lever, use] of Object.entries(levers ?? {}))
      for (const time of ["start", "end", "ramp", "delay"] as const)
        number(use[time], [...under, lever, time], 0, 600, " months");
  return issues;
}
