import { type LeverUse, profile, type ScenarioInput, simulate, type World } from "@uptake/model";
import { mean } from "simple-statistics";
import { alikeSchools } from "./alike-schools.ts";
import { planIn } from "./in-world.ts";
import { dropHazard } from "./membership-years.ts";
import type { WorldPattern } from "./pattern.ts";

const district = profile();
const replicates = 2;
/** Twelve districts of small schools, so that no single office decides. */
const districts = Array.from({ length: 12 }, (_, d) => alikeSchools(`district-${d}`, 20, 2));

/** Returns the members of a complex reform at the start of each year after all schools were invited at once. */
async function cohort(world: World, seed: string): Promise<number[]> {
  const levers: ScenarioInput["levers"] = { entry: { cohorts: 1, every: 60, order: "random", end: 1 } };
  const horizon = 49;
  const plan = await planIn(world, {
    district: districts,
    horizon,
    funded: horizon,
    levers,
    parameters: { values: { "practice.complexity": 0.8 } },
  });
  const { members } = simulate(plan, { seed, replicate: 0 }).measures;
  return [1, 13, 25, 37, 49].map((index) => members[index]!);
}

/** Returns the share of D11's schools that are members four years into an open call with a coach for 20 teachers. */
async function called(world: World, seed: string, entry: LeverUse): Promise<number> {
  const levers = { entry: { volunteers: 1, ...entry }, coaching: { teachersPerCoach: 20 } };
  const plan = await planIn(world, { district, horizon: 48, funded: 48, levers });
  const members = Array.from(
    { length: replicates },
    (_, replicate) => simulate(plan, { seed, replicate }).measures.members[48]!,
  );
  return mean(members);
}

/** P21: whole-school networks enter districts slowly, and lose members, most in a cohort's first year. Reported, no filter. */
export const networkEntry: WorldPattern = {
  id: "P21",
  doc: "At most 15% of the schools of a district are members of a whole-school network after four years without a mandate; 10–20% of the members of a complex reform leave a year, 1.2–2 times as many in a cohort's first year",
  source: "V15 (El Paso with New Tech: 9 of 94 campuses) and U46 (Summit Learning 2015–19)",
  statistics: {
    members: {
      doc: "Schools of Colorado Springs D11 that are members four years into an open call with a coach for 20 teachers",
      unit: "share of schools",
      bounds: [0, 0.15],
    },
    fewPlaces: {
      doc: "The same with places for two schools a year: at most 8 of the 55 can join, so that the bound is kept by the plan and tells nothing of the model",
      unit: "share of schools",
    },
    leaving: {
      doc: "Members of a complex reform without coaching that leave in a year, four years",
      unit: "per year",
      bounds: [0.1, 0.2],
    },
    firstYear: {
      doc: "Those leaving in a cohort's first year over those in years 2 to 4",
      unit: "ratio",
      bounds: [1.2, 2],
    },
  },
  async measure(world, seed) {
    const years = await cohort(world, seed);
    return {
      members: await called(world, seed, {}),
      fewPlaces: await called(world, seed, { places: 2 }),
      leaving: dropHazard(years),
      firstYear: dropHazard(years, 0, 1) / dropHazard(years, 1, 4),
    };
  },
};
