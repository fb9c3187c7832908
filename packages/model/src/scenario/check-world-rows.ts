import { parameters } from "../evidence/parameters.ts";
import type { Issue } from "../issue.ts";
import { nearestAmong } from "../nearest.ts";
import { writeRange } from "./validate-issues.ts";

/** Most worlds of one table. */
export const mostWorlds = 100_000;

/** Most missing columns that are named. */
const mostNamed = 12;

const names = parameters.map(({ name }) => name);

/**
 * Lists columns that are missing, unknown or named twice; `place` is that of the column among those given. There is one
 * for each parameter, and the `others`; those of `later` were not there yet.
 */
export function checkWorldColumns(
  given: readonly string[],
  others: readonly string[] = [],
  later: readonly string[] = [],
): (Issue & { readonly place?: number })[] {
  const all = [...others, ...names];
  const lacking = all.filter((name) => !given.includes(name) && !later.includes(name));
  const missing = lacking
    .slice(0, mostNamed)
    .map((name) => ({ code: "missing-column", path: name, message: "the column is missing" }));
  if (lacking.length > mostNamed) {
    const message = `${lacking.length - mostNamed} further columns are missing: there is one for every parameter`;
    missing.push({ code: "missing-column", path: "", message });
  }
  const near = nearestAmong(all);
  const first = new Map(given.map((name, place) => [name, place] as const).reverse());
  const wrong = given.flatMap((name, place): (Issue & { readonly place: number })[] => {
    if (first.get(name)! < place)
      return [{ code: "repeated-column", path: name, message: "the column is there twice", place }];
    if (all.includes(name)) return [];
    const message = `there is no column “${name.slice(0, 60)}”`;
    const issue = { code: "unknown-column", path: name.slice(0, 60), message, value: name, place };
    const close = near(name);
    return [close === undefined ? issue : { ...issue, nearest: close }];
  });
  return [...missing, ...wrong];
}

/** Says what is wrong with the number of worlds of a table, if anything. */
export function checkWorldCount(count: number): Pick<Issue, "code" | "message" | "value" | "allowed"> | undefined {
  const allowed = `2 to ${mostWorlds} worlds`;
  if (count === 0) return { code: "empty", message: "there are no worlds", value: count, allowed };
  if (count === 1) {
    const message = "there is only one world; give its numbers as values to run in it alone";
    return { code: "too-few-worlds", message, value: count, allowed };
  }
  if (count <= mostWorlds) return undefined;
  return { code: "too-long", message: `there are ${count} worlds`, value: count, allowed };
}

/** Lists the values of a world outside their parameters' ranges, each with its place; `values` are in the order of the record. */
export function checkWorldRow(values: readonly number[]): (Issue & { readonly place: number })[] {
  return values.flatMap((value, place) => {
    const { name, range, unit } = parameters[place]!;
    if (value >= range[0] && value <= range[1]) return [];
    const message = `${value} is out of range`;
    return [{ code: "out-of-range", path: name, message, value, allowed: writeRange(range[0], range[1], unit), place }];
  });
}
