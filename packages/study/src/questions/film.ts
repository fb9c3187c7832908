import { type Draw, type Plan, prepare, type ScenarioInput, scenario, simulate } from "@uptake/model";
import { numbersOfSlots } from "../explain/find-post.ts";
import { type MostChanged, mostChanged } from "../explain/most-changed.ts";
import { planOfRun } from "../explain/watch.ts";
import { Frames } from "./film-frames.ts";
import type { Means, Question } from "./question.ts";
import { rankRuns, type Standing } from "./rank-runs.ts";

/** Names a run by where it stands among many: nearest to the median, furthest up, furthest down. */
export type RunName = "typical" | "best" | "worst";

/** Asks for one run of a plan, month by month. */
export interface FilmInput {
  /** The plan. */
  readonly scenario: ScenarioInput;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Which run: a name, for which all are ranked, or the number of a replicate, 0 … 1,000,000,000 (default `typical`). */
  readonly run?: RunName | number;
  /** Replicates that are ranked, 25 … 100,000 (default 100). */
  readonly replicates?: number;
  /** Place of the district among those of the scenario, from 0 (default 0). */
  readonly district?: number;
}

/** Holds a school of a film. */
export interface FilmSchool {
  /** Id of the school. */
  readonly id: string;
  /** Name as shown. */
  readonly name: string;
  /** Level of the school. */
  readonly level: string;
  /** Share of students from low-income families, 0 … 1. */
  readonly lowIncomeShare: number;
  /** Number of its teachers. */
  readonly teachers: number;
  /** Its first slot; it has as many as teachers. */
  readonly first: number;
  /** Whether a lever founds it on the way. */
  readonly founded: boolean;
}

/** Holds one district through one run. Arrays by month have an entry a slot, or a school, for each index 0 … horizon. */
export interface Film {
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
  /** Checksum of the run, eight hexadecimal digits. */
  readonly checksum: string;
  /** Months simulated. */
  readonly horizon: number;
  /** Months that are funded; null where nothing ends. */
  readonly funded: number | null;
  /** Id and name of the district. */
  readonly district: { readonly id: string; readonly name: string };
  /** Names of all districts of the scenario. */
  readonly districts: readonly string[];
  /** Schools in the order of their slots, founded ones last. */
  readonly schools: readonly FilmSchool[];
  /** Number of posts of teachers, each a slot. */
  readonly slots: number;
  /** Number of the teacher in each slot, as in `teachers.csv`; −1 in schools that are founded. */
  readonly numbers: Int32Array;
  /** Team of each slot within its school, from 0. */
  readonly team: Uint16Array;
  /** First tie of each slot, and the number of ties at the end. */
  readonly tieStart: Int32Array;
  /** Slots asked for advice. */
  readonly ties: Int32Array;
  /** Stage of each slot: 0 unaware, 1 aware, 2 trying, 3 using, 4 owning, 5 lapsed. */
  readonly stages: Uint8Array;
  /** Depth of each slot, 0 … 255 for 0 … 1. */
  readonly depths: Uint8Array;
  /** Of each school: 1 while it is open, and 2 more while it is in the programme. */
  readonly standing: Uint8Array;
  /** Who is worth a story where nobody is asked for. */
  readonly mostChanged: MostChanged;
  /** Where runs stand; null where a replicate was asked for by number, so that none was ranked. */
  readonly ranking: Standing | null;
}

/** Returns the run that is asked for: all runs are made where it is named by its place among them. */
async function chosen(
  plan: Plan,
  { run = "typical", replicates = 100, seed = "uptake" }: FilmInput,
  means: Means<Film>,
): Promise<{ readonly replicate: number; readonly ranking: Standing | null }> {
  if (typeof run === "number") return { replicate: run, ranking: null };
  const ranking = await rankRuns(plan, { replicates, seed, ...means });
  return { replicate: ranking[run], ranking };
}

/**
 * Films one run of one district: who is in which stage, how deep, month by month, and which schools are in the programme.
 * It is the run that `ensemble` makes of the same seed and replicate, bit for bit.
 *
 * @throws InputError with everything wrong in the scenario, and when the run, the replicates or the district are none.
 */
export const film: Question<FilmInput, Film> = async (input, means) => {
  const { seed = "uptake", district: d = 0 } = input;
  const prepared = await prepare(scenario(input.scenario));
  const { replicate, ranking } = await chosen(prepared, input, means);
  const plan = planOfRun(prepared, { seed, replicate });
  const frames = new Frames(plan, d);
  const run = simulate(plan, { seed, replicate, observers: [{ name: "film", observe: frames.observe }] });
  const { district, founded } = plan.districts[d] as Plan["districts"][number];
  const { population, taken } = frames.all();
  return {
    version: run.version,
    seed,
    replicate,
    parameters: prepared.scenario.parameters.draw,
    strategy: prepared.scenario.name,
    checksum: run.checksum,
    horizon: plan.scenario.horizon,
    funded: plan.scenario.funded,
    district: { id: district.id, name: district.name },
    districts: plan.districts.map((one) => one.district.name),
    schools: [...district.schools, ...founded].map(({ id, name, level, lowIncomeShare, teachers }, s) => ({
      ...{ id, name, level, lowIncomeShare, teachers },
      first: population.schoolStart[s] as number,
      founded: s >= district.schools.length,
    })),
    slots: population.teachers,
    numbers: numbersOfSlots(plan, d, population.teachers),
    team: population.team.slice(),
    tieStart: population.tieStart.slice(),
    ties: population.ties.slice(),
    ...taken,
    mostChanged: mostChanged(plan, { seed, replicate }),
    ranking,
  };
};
