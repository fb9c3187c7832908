import { InputError, type Issue, levers, nearest, type Prior, parameters } from "@uptake/model";
import type { Factor } from "./factor.ts";

/** Holds what may be varied under a name: the widest range, and the prior it has without a narrower one. */
interface Known {
  readonly range: readonly [number, number];
  readonly prior: Prior;
  readonly whole: boolean;
}

/** Months that a lever's timing may have, and those it is spread over unless a range is given (a choice). */
const months: readonly [number, number] = [0, 600];
const firstYears: readonly [number, number] = [0, 24];

/** Maps every parameter, and every numeric setting of a lever as `levers.coaching.release`, to what it may be. */
const known: ReadonlyMap<string, Known> = new Map([
  ...parameters.map(({ name, range, prior }) => [name, { range, prior, whole: false }] as const),
  ...levers.flatMap((lever) => [
    entry(`levers.${lever.name}.intensity`, [0, 1], false),
    ...["start", "ramp", "delay"].map((name) => timing(`levers.${lever.name}.${name}`)),
    ...lever.settings.map(({ name, range }) => entry(`levers.${lever.name}.${name}`, range, false)),
    ...(lever.counts ?? []).map(({ name, range }) => entry(`levers.${lever.name}.${name}`, range, true)),
  ]),
]);

function entry(name: string, range: readonly [number, number], whole: boolean): readonly [string, Known] {
  return [name, { range, prior: even(range, whole), whole }];
}

function timing(name: string): readonly [string, Known] {
  return [name, { range: months, prior: even(firstYears, true), whole: true }];
}

/** Spreads evenly over a range, over its whole numbers for what is counted. */
function even([low, high]: readonly [number, number], whole: boolean): Prior {
  if (!whole) return { shape: "uniform", low, high };
  return { shape: "rivals", values: Array.from({ length: high - low + 1 }, (_, i) => low + i) };
}

function unknownFactor(name: string): Issue {
  const near = nearest(name, [...known.keys()]);
  const message = `no parameter or lever setting is called “${name}”`;
  const issue = { code: "unknown-factor", path: name, message, value: name };
  return near === undefined ? issue : { ...issue, nearest: near };
}

/** Finds what is wrong with values to be given to the factor of a name: no such name, or values that it may not have. */
export function wrongValues(name: string, values: readonly number[]): Issue[] {
  const found = known.get(name);
  if (found === undefined) return [unknownFactor(name)];
  const { range, whole } = found;
  const allowed = `${whole ? "a whole number, " : ""}${range[0]} to ${range[1]}`;
  return values
    .filter((value) => !(value >= range[0] && value <= range[1] && (!whole || Number.isInteger(value))))
    .map((value) => ({ code: "out-of-range", path: name, message: `${value} is out of range`, value, allowed }));
}

/**
 * Returns the factor of a name: a parameter with its prior, as `support.floor`, or a lever's setting, spread evenly over
 * all it may be, as `levers.coaching.teachersPerCoach`; months of timing, as `levers.coaching.start`, over two years.
 * With `range`, spread evenly over that instead.
 *
 * @throws InputError when there is no such name, or `range` leaves what is allowed.
 */
export function factorOf(name: string, range?: readonly [number, number]): Factor {
  const found = known.get(name);
  if (found === undefined) throw new InputError([unknownFactor(name)]);
  if (range === undefined) return { name, prior: found.prior, range: found.range };
  const [low, high] = range;
  const fits = low >= found.range[0] && high <= found.range[1] && low < high;
  if (!fits || (found.whole && !(Number.isInteger(low) && Number.isInteger(high)))) {
    const allowed = `${found.whole ? "whole numbers, " : ""}${found.range[0]} to ${found.range[1]}, lower first`;
    const message = `${low} to ${high} is out of range`;
    throw new InputError([{ code: "out-of-range", path: name, message, value: range, allowed }]);
  }
  return { name, prior: even(range, found.whole), range };
}
