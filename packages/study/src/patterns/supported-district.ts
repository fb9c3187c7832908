import { type Observer, profile, type Run, type ScenarioInput, simulate, type World } from "@uptake/model";
import { allMembers, coached, running } from "./all-members.ts";
import { planIn } from "./in-world.ts";
import { addTrials, type Trials, watchTrials } from "./trials.ts";

/** May of year 1, 2 and 3. */
export const mays = [10, 22, 34] as const;

const district = profile();
/** Replicates of a year that are paired, and of these the ones that go on for three years. */
const pairs = 10;
const long = { coached: 4, trained: 3, alone: 5 };
const teachingMonths = 10;
const hoursADay = 6;

/** Holds the runs of Colorado Springs D11 with every school a member and kept so, under support of three kinds. */
export interface SupportedDistrict {
  /** A coach for 20 teachers: runs to May of year 1 at least, the first to May of year 3. */
  readonly coached: readonly Run[];
  /** Institutes of as many hours as that coaching. */
  readonly trained: readonly Run[];
  /** First trials of the practice under coaching, and in a reform without support. */
  readonly coachedTrials: Trials;
  readonly trialsAlone: Trials;
}

/** Returns the institute days a year that take a teacher as many hours as a coach for 20 teachers gives, at most ten. */
export function institutesLikeCoaching(world: World): number {
  const hours =
    (world["support.hours"]! *
      world["support.timeShare"]! *
      world["support.received"]! *
      (1 - world["support.vacancy"]!) *
      teachingMonths) /
    20;
  return Math.min(10, hours / hoursADay);
}

async function runsOf(
  world: World,
  seed: string,
  levers: NonNullable<ScenarioInput["levers"]>,
  [from, to]: readonly [number, number],
  horizon: number,
  observerOf?: () => Observer,
): Promise<Run[]> {
  const parameters = { values: allMembers };
  const plan = await planIn(world, { district, horizon, funded: horizon, levers, parameters });
  return Array.from({ length: Math.max(0, to - from) }, (_, r) =>
    simulate(plan, { seed, replicate: from + r, ...(observerOf ? { observers: [observerOf()] } : {}) }),
  );
}

async function runAll(world: World, seed: string): Promise<SupportedDistrict> {
  const institutes = { ...running, learning: { institutes: institutesLikeCoaching(world) } };
  const coachedTrials = addTrials();
  const trialsAlone = addTrials();
  const year = mays[0];
  const of = (levers: NonNullable<ScenarioInput["levers"]>, count: number, trials?: Trials): Promise<Run[]> =>
    runsOf(world, seed, levers, [0, count], 36, trials && (() => watchTrials(trials)));
  const runs = {
    coached: [
      ...(await of(coached, long.coached, coachedTrials)),
      ...(await runsOf(world, seed, coached, [long.coached, pairs], year)),
    ],
    trained: [
      ...(await of(institutes, long.trained)),
      ...(await runsOf(world, seed, institutes, [long.trained, pairs], year)),
    ],
  };
  await of(running, long.alone, trialsAlone);
  return { ...runs, coachedTrials, trialsAlone };
}

const known = new WeakMap<World, { readonly seed: string; readonly runs: Promise<SupportedDistrict> }>();

/** Makes the runs of a world under one seed, once for the patterns that read them. */
export function supportedDistrict(world: World, seed: string): Promise<SupportedDistrict> {
  const found = known.get(world);
  if (found?.seed === seed) return found.runs;
  const runs = runAll(world, seed);
  known.set(world, { seed, runs });
  return runs;
}
