import {
  type District,
  defaultWorld,
  type Extensions,
  type Observer,
  type Plan,
  prepare,
  Replicate,
  type Run,
  type ScenarioInput,
  scenario,
  simulate,
  simulateTogether,
  type World,
} from "@uptake/model";
import { schoolsOf } from "../../packages/study/src/patterns/made-up-district.ts";

/** Writes a share with three decimals. */
export const show = (value: number): string => value.toFixed(3);

/** Prepares a plan from any part of a scenario. */
export const planOf = (input: ScenarioInput): Promise<Plan> => prepare(scenario(input));

/** Runs a plan `replicates` times, each with observers of its own. */
export function runs(
  plan: Plan,
  replicates: number,
  seed: string,
  observers?: (replicate: number) => Observer[],
): Run[] {
  return Array.from({ length: replicates }, (_, replicate) =>
    simulate(plan, { seed, replicate, ...(observers ? { observers: observers(replicate) } : {}) }),
  );
}

/** Runs plans `replicates` times each, replicate by replicate, so that they share what they have in common: runs by plan. */
export function runsTogether(
  plans: readonly Plan[],
  replicates: number,
  seed: string,
  extensions: Extensions = {},
): Run[][] {
  const all = plans.map((): Run[] => []);
  for (let replicate = 0; replicate < replicates; replicate++)
    for (const [place, run] of simulateTogether(new Replicate(seed, replicate), plans, extensions))
      all[place]!.push(run);
  return all;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Returns the mean of `values` and its standard error. */
export function estimate(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return { mean: centre, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** Makes a district of identical schools, half of whose students are low-income. */
export function identicalSchools(schools: number, teachers: number): District {
  return {
    ...schoolsOf(schools, teachers, [0.5]),
    id: "identical",
    name: "Identical schools",
    source: "Made up for a test",
  };
}

/**
 * Holds a world in which everything above the teachers is still and the same in all schools of equal poverty, and every
 * other number has the default of its record.
 */
export const still: World = {
  ...defaultWorld(),
  "trying.normSd": 0,
  "risk.pressureSd": 0,
  "principal.supportSd": 0,
  "principal.knowledgeSd": 0,
  "principal.exit": 0,
  "principal.dip": 0,
  "direction.startSd": 0,
  "office.commitmentSd": 0,
  "attention.arrivals": 0,
  "results.weight": 0,
  "superintendent.exit": 0,
  "exit.districtSd": 0,
  "exit.size": 0,
};

/** Holds the values under which nobody leaves a post. */
export const noExits: World = { "exit.novice": 0, "exit.early": 0, "exit.middle": 0, "exit.senior": 0 };

/** Returns a reader of the records' defaults with some values replaced. */
export function reader(values: World): (name: string) => number {
  const world = defaultWorld(values);
  return (name) => {
    const value = world[name];
    if (value === undefined) throw new Error(`no parameter is called ${name}`);
    return value;
  };
}

/** Tells whether the month that ends at index `m` is a teaching month. */
export const isTeaching = (m: number): boolean => m % 12 !== 11 && m % 12 !== 0;

/**
 * Returns the largest |z| of the mean of `series` (shares of `teachers`) against `expected`, over the indices. An index
 * at which fewer than 25 teachers of all replicates are expected to differ from the rest has no usable error and is
 * passed over.
 */
export function worstScore(
  series: readonly Float64Array[],
  expected: readonly number[],
  teachers: number,
): { readonly z: number; readonly index: number } {
  let worst = { z: 0, index: 0 };
  expected.forEach((value, index) => {
    if (Math.min(value, 1 - value) * teachers * series.length < 25) return;
    const { mean: centre, error } = estimate(series.map((values) => values[index]!));
    const gap = Math.abs(centre - value);
    const z = gap < 1e-9 ? 0 : gap / error;
    if (!(z <= worst.z)) worst = { z, index };
  });
  return worst;
}

/** Returns chi-square as a standard normal score (Wilson and Hilferty). */
export function chiSquareScore(statistic: number, degrees: number): number {
  const spread = 2 / (9 * degrees);
  return (Math.cbrt(statistic / degrees) - (1 - spread)) / Math.sqrt(spread);
}
