import { type Plan, profile, Replicate, type Run, type ScenarioInput, simulateIn, type World } from "@uptake/model";
import { coached, planOfMembers, running } from "./all-members.ts";
import { noTrials, type Trials, watchTrials } from "./trials.ts";

/** May of year 1, 2 and 3. */
export const mays = [10, 22, 34] as const;

const district = profile();
/** Replicates of a year that are paired, and of these the ones that go on for three years. */
const pairs = 10;
const long = { coached: 3, trained: 2, alone: 3 };
const months = 36;
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
function institutesLikeCoaching(world: World): number {
  const hours =
    (world["support.hours"]! *
      world["support.timeShare"]! *
      world["support.received"]! *
      (1 - world["support.vacancy"]!) *
      teachingMonths) /
    20;
  return Math.min(10, hours / hoursADay);
}

async function runAll(world: World, seed: string): Promise<SupportedDistrict> {
  const planOf = (levers: NonNullable<ScenarioInput["levers"]>, horizon: number): Promise<Plan> =>
    planOfMembers(world, { district, levers, funded: horizon, horizon });
  const institutes = { ...running, learning: { institutes: institutesLikeCoaching(world) } };
  const coachedPlans = [await planOf(coached, months), await planOf(coached, mays[0])] as const;
  const trainedPlans = [await planOf(institutes, months), await planOf(institutes, mays[0])] as const;
  const alone = await planOf(running, months);
  const coachedTrials = noTrials();
  const trialsAlone = noTrials();
  const found = { coached: [] as Run[], trained: [] as Run[], coachedTrials, trialsAlone };
  for (let r = 0; r < pairs; r++) {
    const replicate = new Replicate(seed, r);
    const goesOn = r < long.coached;
    const observers = goesOn ? [watchTrials(coachedTrials)] : [];
    found.coached.push(simulateIn(replicate, coachedPlans[goesOn ? 0 : 1], { observers }));
    found.trained.push(simulateIn(replicate, trainedPlans[r < long.trained ? 0 : 1]));
    if (r < long.alone) simulateIn(replicate, alone, { observers: [watchTrials(trialsAlone)] });
  }
  return found;
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
