import type { World } from "../src/evidence/parameter.ts";
import type { ScenarioInput } from "../src/scenario/scenario.ts";
import { districtOf, type RunOptions, type Snapshot, watchOf } from "./fixtures.ts";

/** Ten schools of 30 teachers. */
export const ten = districtOf("ten", [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], 30);

/** Nobody hears, tries, lapses, forgets, learns or leaves, unless a test lets them. */
export const still: World = {
  "awareness.messages": 0,
  "awareness.peers": 0,
  "trying.intercept": -40,
  "lapsing.intercept": -40,
  "depth.practice": 0,
  "depth.support": 0,
  "depth.peers": 0,
  "depth.forgetting": 0,
  "owning.rate": 0,
  "attention.arrivals": 0,
};

/** Holds the levers of a scenario. */
export type Levers = NonNullable<ScenarioInput["levers"]>;

/** Levers under which schools join at once, without and with a coach for every five teachers. */
export const uncoached: Levers = { entry: { cohorts: 1, every: 1 } };
export const coached: Levers = { ...uncoached, coaching: { teachersPerCoach: 5 } };
/** A world in which whoever is invited joins and stays. */
export const joining: World = { "entry.legitimacy": 20, "membership.drop": -40 };

/** Watches the district for `horizon` months in a world in which only `values` make anything happen. */
export function months(
  horizon: number,
  values: World,
  more: ScenarioInput = {},
  options: RunOptions = {},
): Promise<Snapshot[]> {
  return watchOf(
    { district: ten, horizon, parameters: { draw: "fixed", values: { ...still, ...values } }, ...more },
    options,
  );
}

/** Counts the teachers of each stage. */
export const stagesOf = ({ teacher }: Snapshot): number[] =>
  [0, 1, 2, 3, 4, 5].map((stage) => teacher.stage.reduce((sum, v) => sum + Number(v === stage), 0));

/** Lists the slots of which `which` holds. */
export const slots = (teacher: Snapshot["teacher"], which: (i: number) => boolean): number[] =>
  Array.from(teacher.stage.keys()).filter((i) => which(i));
