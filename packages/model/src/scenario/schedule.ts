import type { Issue } from "../issue.ts";
import { nearest } from "../nearest.ts";
import { formulaFunctions } from "./formula-functions.ts";
import type { Schedule } from "./lever.ts";

/** Tells whether a schedule is a formula. */
export function isFormula(schedule: unknown): schedule is string {
  return typeof schedule === "string";
}

/**
 * Computes a schedule for `months` months. Steps hold until the next; before the first step the value is `before`.
 * Formulas are evaluated by mathjs, which is loaded only for them. Values outside `range` and formulas that fail
 * are told to `issues` with `path`.
 */
export async function tabulate(
  schedule: Schedule,
  months: number,
  before: number,
  range: readonly [number, number],
  path: string,
  issues: Issue[],
): Promise<Float64Array> {
  const table = new Float64Array(months);
  if (isFormula(schedule)) {
    const { evaluateFormula } = await import("./formula.ts");
    const result = evaluateFormula(schedule, months, formulaFunctions);
    if ("problem" in result) {
      const near =
        result.unknown === undefined ? undefined : nearest(result.unknown, [...Object.keys(formulaFunctions), "t"]);
      issues.push({
        code: "formula",
        path,
        value: schedule,
        message: `the formula ${result.problem}`,
        ...(result.column === undefined ? {} : { column: result.column }),
        ...(near === undefined ? {} : { nearest: near }),
      });
      return table;
    }
    table.set(result.values);
  } else if (typeof schedule === "number") {
    table.fill(schedule);
  } else {
    const steps = [...schedule].sort((a, b) => a.from - b.from);
    for (let t = 0; t < months; t++) {
      let value = before;
      for (const step of steps) if (step.from <= t) value = step.value;
      table[t] = value;
    }
  }
  const outside = table.findIndex((value) => !(value >= range[0] && value <= range[1]));
  if (outside >= 0) {
    issues.push({
      code: "out-of-range",
      path,
      value: table[outside],
      allowed: `${range[0]} to ${range[1]}`,
      message: isFormula(schedule)
        ? `the formula leaves its range in month ${outside}: ${table[outside]}`
        : `${table[outside]} is out of range`,
    });
  }
  return table;
}
