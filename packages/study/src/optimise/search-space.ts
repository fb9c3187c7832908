import type { Chosen, Decision, NumberDecision } from "./decision.ts";

/** Holds a point of a search: a number for each decision that is one, and for each name that another may take. */
export type Point = readonly number[];

/** Lists the ranges of a search: that of each number, and 0 to 1 for every name that may be chosen. */
export function rangesOf(decisions: readonly Decision[]): (readonly [number, number])[] {
  return decisions.flatMap((one) => ("options" in one ? one.options.map(() => [0, 1] as const) : [one.range]));
}

/**
 * Reads what a point chooses: numbers rounded to their step, and of names the one whose number is largest, the first of
 * equals.
 */
export function chosenAt(decisions: readonly Decision[], point: Point): Chosen {
  let place = 0;
  return Object.fromEntries(
    decisions.map((one) => {
      if (!("options" in one)) return [one.name, stepped(one, point[place++] as number)];
      const of = point.slice(place, place + one.options.length);
      place += one.options.length;
      return [one.name, one.options[of.indexOf(Math.max(...of))] as string];
    }),
  );
}

/** Rounds a number to its decimals, within its range. */
function stepped({ decimals, range: [low, high] }: NumberDecision, value: number): number {
  return Math.min(high, Math.max(low, Number(value.toFixed(decimals))));
}

/** Returns the point that chooses what is given, each number within its range; the middle of the range where none is. */
export function pointOf(decisions: readonly Decision[], chosen: Chosen): Point {
  return decisions.flatMap((one) => {
    const given = chosen[one.name];
    if ("options" in one) return one.options.map((name) => (name === given ? 1 : 0));
    const [low, high] = one.range;
    return [typeof given === "number" ? Math.min(high, Math.max(low, given)) : (low + high) / 2];
  });
}
