import { InputError, type Issue } from "@uptake/model";

/** Holds one number per strategy and world: what a strategy brought in a world that all of them met. */
export interface OutcomeMatrix {
  /** Names of the strategies. */
  readonly strategies: readonly string[];
  /** `values[s][w]` is the outcome of strategy `s` in world `w`. */
  readonly values: readonly (readonly number[])[];
  /** Says which way the outcome is good. */
  readonly better: "higher" | "lower";
}

/**
 * Checks a matrix of outcomes.
 *
 * @throws InputError when there is no strategy, names repeat, there are fewer than 2 worlds, rows differ in length or a
 * value is not finite.
 */
export function checkOutcomeMatrix({ strategies, values }: OutcomeMatrix): void {
  const issues: Issue[] = [];
  const add = (code: string, path: string, message: string, value: unknown, allowed: string): void => {
    issues.push({ code, path, message, value, allowed });
  };
  const worlds = values[0]?.length ?? 0;
  if (strategies.length === 0) add("empty", "strategies", "there are no strategies", 0, "1 or more");
  if (values.length !== strategies.length)
    add("length", "values", "there is not one row for each strategy", values.length, `${strategies.length} rows`);
  if (strategies.length > 0 && worlds < 2)
    add("too-few-worlds", "values", "worlds cannot be told apart", worlds, "2 worlds or more");
  strategies.forEach((name, s) => {
    if (strategies.indexOf(name) < s)
      add("duplicate", `strategies[${s}]`, "two strategies have this name", name, "once");
    const row = values[s] ?? [];
    if (row.length !== worlds) add("length", `values[${s}]`, "rows differ in length", row.length, `${worlds} worlds`);
    const odd = row.findIndex((value) => !Number.isFinite(value));
    if (odd >= 0) add("not-finite", `values[${s}][${odd}]`, "the outcome is not a finite number", row[odd], "a number");
  });
  if (issues.length > 0) throw new InputError(issues);
}
