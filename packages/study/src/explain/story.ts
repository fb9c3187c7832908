import { type Draw, type Plan, type Run, readingOf, unknownsOf } from "@uptake/model";

/** Holds one thing that came to pass, with what stood behind it. */
export interface StoryEvent {
  /** Index 0 … horizon at which it is seen: the state after so many months. */
  readonly month: number;
  /** Names the kind of event, in kebab-case. */
  readonly kind: string;
  /** Says it in words, without the date. */
  readonly sentence: string;
  /** Numbers behind it, by name. */
  readonly facts: Readonly<Record<string, number | string | boolean | null>>;
}

/** Holds a story of one run: of one world and one luck, so an example and no finding. */
export interface Story {
  /** Version of the package that made the run. */
  readonly version: string;
  /** Text that the draws follow from. */
  readonly seed: string;
  /** Number of the replicate, from 0. */
  readonly replicate: number;
  /** How its world was drawn. */
  readonly parameters: Draw;
  /** Name of the strategy. */
  readonly strategy: string;
  /** Values in this run of the settings that the plan leaves unknown, by name, as in `coaching.release`. */
  readonly drawn: Readonly<Record<string, number | string>>;
  /** Id and name of the district. */
  readonly district: { readonly id: string; readonly name: string };
  /** Id and name of the school, its teachers at the start, and its share of low-income students, 0 … 1. */
  readonly school: {
    readonly id: string;
    readonly name: string;
    readonly teachers: number;
    readonly lowIncomeShare: number;
  };
  /** Number of the teacher whose post is followed; null for a school's story. */
  readonly teacher: number | null;
  /** Says who it is about and how things stood at the start. */
  readonly opening: string;
  /** What came to pass, in the order of months. */
  readonly events: readonly StoryEvent[];
  /** Says how things stood at the end. */
  readonly ending: string;
  /** Checksum of the run, eight hexadecimal digits. */
  readonly checksum: string;
}

/** Returns what a story says of the run it tells of. */
export function settingOf(
  plan: Plan,
  run: Run,
  d: number,
  s: number,
): Omit<Story, "teacher" | "opening" | "events" | "ending"> {
  const reading = readingOf(plan, run.replicate);
  const { district, founded } = reading.districts[d] as Plan["districts"][number];
  const { levers } = reading.scenario;
  const drawn = unknownsOf(plan.scenario.levers).map(({ lever, setting }): [string, number | string] => [
    `${lever}.${setting}`,
    levers[lever]?.[setting] as number | string,
  ]);
  const { id, name, teachers, lowIncomeShare } = [...district.schools, ...founded][s] as (typeof founded)[number];
  return {
    version: run.version,
    seed: run.seed,
    replicate: run.replicate,
    parameters: plan.scenario.parameters.draw,
    strategy: plan.scenario.name,
    drawn: Object.fromEntries(drawn),
    district: { id: district.id, name: district.name },
    school: { id, name, teachers, lowIncomeShare },
    checksum: run.checksum,
  };
}
