import type { LeverUse, ScenarioInput, World } from "@uptake/model";
import type { LessonInput } from "@uptake/study/questions";
import { tenSchools } from "./ten-schools.js";

export type Levers = Readonly<Record<string, LeverUse>>;

/** Places that a lesson is tried in: one where it wins, the worlds as drawn, one where it loses. */
export const places = ["win", "ordinary", "loss"] as const;
export type Place = (typeof places)[number];

/** Places that a reader can change. */
export const movable = ["win", "loss"] as const;
export type Movable = (typeof movable)[number];

/** Holds what a reader moves in a place: a setting of the plan, or a number of the world. */
export interface Knob {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** Where it stands at first, and what is usual: as all six lessons have it, or as the model believes. */
  readonly start: number;
  readonly usual: number;
  /** Number of the model that it moves, where it is one. */
  readonly belief?: string;
  /** Says what levers of the plan, or numbers of the world, take the place of the trial's. */
  readonly set: (value: number) => { readonly levers?: Levers; readonly world?: World };
}

/** Sets two plans of the same planned cost side by side: one that heeds a lesson, one that spends the money otherwise. */
export interface Trial {
  readonly using: Levers;
  readonly instead: Levers;
  /** Sum that both spend, by their coaches; without it, what the first costs. */
  readonly dollars?: number;
  /** What is not as in ten schools. */
  readonly where?: Pick<ScenarioInput, "district" | "shocks">;
  /** Values held in every world, within their priors; all others are drawn. */
  readonly world?: World;
  /** Series and month that decide (default adoption in May of year 3). */
  readonly measure?: readonly [series: string, month: number];
}

/** Holds a lesson's trials, and what can be moved in two of them. */
export interface Lesson {
  readonly name: string;
  readonly trials: Readonly<Record<Place, Trial>>;
  readonly knobs: Readonly<Record<Movable, Knob>>;
}

/** Runs of each plan, and the text that their draws follow from: those of the lesson cards. */
const runs = { replicates: 64, seed: "lesson cards" } as const;

/** Makes the question of a lesson in a place, with its slider at `value`. */
export function inputOf({ trials, knobs }: Lesson, place: Place, value?: number): LessonInput {
  const { using, instead, dollars, where, world, measure: [series, month] = ["adoption", 34] } = trials[place];
  const knob = place === "ordinary" ? undefined : knobs[place];
  const moved = knob?.set(value ?? knob.start);
  return {
    scenario: {
      district: tenSchools,
      ...where,
      levers: { ...using, ...moved?.levers },
      parameters: { draw: "sampled", values: { ...world, ...moved?.world } },
    },
    instead,
    spentOn: ["coaching"],
    ...(dollars === undefined ? {} : { sum: { dollars, scaled: ["coaching"] } }),
    series,
    month,
    ...runs,
  };
}
