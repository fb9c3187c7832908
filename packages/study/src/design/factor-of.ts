import { InputError, type Issue, levers, nearest, type Prior, parameters } from "@uptake/model";
import type { Factor } from "./factor.ts";
import { type Level, namedFactors, namesOf } from "./level.ts";

/** Holds what may be varied under a name: the widest range, and the prior it has without a narrower one. */
interface Known {
  readonly range: readonly [number, number];
  readonly prior: Prior;
  readonly whole: boolean;
}

/** Months that a lever's timing may have, and those it is spread over unless a range is given (a choice). */
const months: readonly [number, number] = [0, 600];
const firstYears: readonly [number, number] = [0, 24];

/** Maps every parameter, every numeric setting of a lever as `levers.coaching.release`, and the target to what it may be. */
const known: ReadonlyMap<string, Known> = new Map([
  ...parameters.map(({ name, range, prior }) => [name, { range, prior, whole: false }] as const),
  ...levers.flatMap((lever) => [
    entry(`levers.${lever.name}.intensity`, [0, 1], false),
    ...["start", "ramp", "delay"].map((name) => timing(`levers.${lever.name}.${name}`)),
    ...lever.settings.map(({ name, range }) => entry(`levers.${lever.name}.${name}`, range, false)),
    ...(lever.counts ?? []).map(({ name, range }) => entry(`levers.${lever.name}.${name}`, range, true)),
  ]),
  entry("target.share", [0, 1], false),
  entry("target.month", months, true),
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
  const near = nearest(name, [...known.keys(), ...namedFactors]);
  const message = `nothing that can be varied is called “${name}”`;
  const issue = { code: "unknown-factor", path: name, message, value: name };
  return near === undefined ? issue : { ...issue, nearest: near };
}

/** Finds what is wrong with values to be given to the factor of a name: no such name, or values that it may not have. */
export function wrongValues(name: string, values: readonly Level[]): Issue[] {
  const names = namesOf(name);
  if (names)
    return values.filter((value) => !names.includes(value as string)).map((value) => wrongName(name, value, names));
  const found = known.get(name);
  if (found === undefined) return [unknownFactor(name)];
  const { range, whole } = found;
  const allowed = `${whole ? "a whole number, " : ""}${range[0]} to ${range[1]}`;
  return values.flatMap((value): Issue[] => {
    if (typeof value !== "number")
      return [{ code: "not-a-number", path: name, message: `“${value}” is not a number`, value, allowed }];
    if (value >= range[0] && value <= range[1] && (!whole || Number.isInteger(value))) return [];
    return [{ code: "out-of-range", path: name, message: `${value} is out of range`, value, allowed }];
  });
}

function wrongName(path: string, value: Level, names: readonly (string | boolean)[]): Issue {
  const words = names.map((one) => (typeof one === "boolean" ? (one ? "on" : "off") : one));
  const near = nearest(String(value), words);
  const message = `“${value}” is none of the names that ${path} may have`;
  const issue = { code: "unknown-level", path, message, value, allowed: words.join(", ") };
  return near === undefined ? issue : { ...issue, nearest: near };
}

/**
 * Returns the factor of a name: a parameter with its prior, as `support.floor`, or a lever's setting, spread evenly over
 * all it may be, as `levers.coaching.teachersPerCoach`; months of timing, as `levers.coaching.start`, over two years; or
 * `target.share` and `target.month`. With `range`, spread evenly over that instead.
 *
 * @throws InputError when there is no such name, it takes names in the place of numbers, or `range` leaves what is allowed.
 */
export function factorOf(name: string, range?: readonly [number, number]): Factor {
  const found = known.get(name);
  if (namesOf(name)) {
    const message = `${name} takes names, which cannot be spread between two ends`;
    throw new InputError([{ code: "named-factor", path: name, message, allowed: "a grid, or rows" }]);
  }
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
