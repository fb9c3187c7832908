import type { World } from "../evidence/parameter.ts";
import { absorbWords, byteSum, DRAWS, derive, draw, hashText, type Key } from "../numerics/random.ts";
import type { District, School } from "./district.ts";
import { type Layout, layOut } from "./layout.ts";
import { drawNetwork } from "./network.ts";
import { type OpenDesks, openPlainDesk } from "./open-desk.ts";
import { drawDepths, drawStages } from "./start.ts";
import { type SuppliedPopulation, supplyPopulation } from "./supplied-population.ts";
import { drawVisits } from "./visits.ts";

/** Holds the teachers of a district at month 0, one slot each, as arrays; ties and teams belong to the slot. */
export interface Population {
  /** Number of teachers, which is that of slots. */
  readonly teachers: number;
  /** Number of schools. */
  readonly schools: number;
  /** First slot of each school, and the number of slots at the end; schools + 1 entries. */
  readonly schoolStart: Int32Array;
  /** Team within the school, from 0. */
  readonly team: Uint16Array;
  /** First tie of each slot, and the number of ties at the end; teachers + 1 entries. */
  readonly tieStart: Int32Array;
  /** Slots asked for advice: 0 … 12 a teacher where drawn and 0 … 100 where supplied, never self, distinct. */
  readonly ties: Int32Array;
  /** Slot in another school to which the teacher has a latent tie; −1 in a one-school district. */
  readonly visitTie: Int32Array;
  /** 0 … 255, uniform: the latent tie is active where rank / 256 is below the level of visits. */
  readonly visitRank: Uint8Array;
  /** Disposition toward the practice, a byte sum 0 … 1020; `standardise` gives it in standard deviations. */
  readonly disposition: Uint16Array;
  /** Threshold class 0 … 7, an eighth of the teachers each. */
  readonly threshold: Uint8Array;
  /** Completed years of teaching, 0 … 60. */
  readonly experience: Uint8Array;
  /** Initial stage: 0 unaware, 1 aware, 2 trying, 3 using, 4 owning, 5 lapsed. */
  readonly stage: Uint8Array;
  /** Initial depth, 0 … 65535 for 0 … 1. */
  readonly depth: Uint16Array;
  /** Months since the teacher entered the initial stage, 0 … 255. */
  readonly monthsInStage: Uint8Array;
}

/** Sets what a population is drawn for. */
export interface PopulationOptions {
  /** Says whether all who do not yet try the practice know of it (the awareness switch). */
  readonly everyoneAware: boolean;
  /** Schools to be founded later: appended after the district's, with staff unaware until they open. Default none. */
  readonly founded?: readonly School[];
}

const dispositionName = hashText("population.disposition");
const thresholdName = hashText("population.threshold");
const experienceName = hashText("population.experience");

/**
 * Draws the teachers of `district` at month 0. `key` is that of the seed, replicate and district; every draw below it is
 * named by decision and school id, so neither founding a school nor the order of decisions changes another school's draws
 * (ties between schools point to ordinary schools only, and do depend on which of those there are). A supplied
 * `district.population`, which must have passed `checkPopulation`, takes the place of the draws it covers. The world
 * needs the `population.*`, `network.*` and `start.*` parameters, and `peers.threshold*` for a supplied population.
 *
 * @example
 * ```ts
 * import { defaultWorld, districtKey, networkStatistics, populate, profile } from "@uptake/model";
 *
 * const district = profile("small-rural");
 * const population = populate(district, defaultWorld(), districtKey("demo", 0, district.id), { everyoneAware: false });
 * console.log(population.teachers, networkStatistics(population, 0).outDegree);
 * ```
 */
export function populate(district: District, world: World, key: Key, options: PopulationOptions): Population {
  return populateAt(openPlainDesk, district, world, key, options);
}

/** Draws what {@link populate} draws, with ties placed at desks that `open` opens. */
export function populateAt(
  open: OpenDesks,
  district: District,
  world: World,
  key: Key,
  options: PopulationOptions,
): Population {
  const layout = layOut(district.schools, options.founded ?? [], world);
  const teachers = layout.schoolStart[layout.schools.length]!;
  const disposition = new Uint16Array(teachers);
  const threshold = new Uint8Array(teachers);
  const experience = new Uint8Array(teachers);
  const stage = new Uint8Array(teachers);
  const depth = new Uint16Array(teachers);
  const monthsInStage = new Uint8Array(teachers);
  drawTraits(layout, world, key, disposition, threshold, experience);
  let supplied: SuppliedPopulation | undefined;
  if (district.population !== undefined) {
    supplied = supplyPopulation(district.population, district, world);
    layout.team.set(supplied.team);
    disposition.set(supplied.disposition);
    threshold.set(supplied.threshold);
    experience.set(supplied.experience);
    stage.set(supplied.stage);
  } else drawStages(layout, world, key, disposition, options.everyoneAware, stage, district.own?.adoption);
  drawDepths(layout, world, key, stage, depth, monthsInStage);
  return {
    teachers,
    schools: layout.schools.length,
    schoolStart: layout.schoolStart,
    team: layout.team,
    ...drawNetwork(layout, world, key, supplied?.network, open),
    ...drawVisits(layout, key),
    disposition,
    threshold,
    experience,
    stage,
    depth,
    monthsInStage,
  };
}

/** Draws disposition, threshold class and experience of every slot. */
function drawTraits(
  layout: Layout,
  world: World,
  key: Key,
  disposition: Uint16Array,
  threshold: Uint8Array,
  experience: Uint8Array,
): void {
  const to3 = world["population.experienceTo3"]!;
  const to9 = to3 + world["population.experience4To9"]!;
  const to14 = to9 + world["population.experience10To14"]!;
  const span = world["population.experienceSpan"]!;
  const dispositionBase = derive(key, dispositionName);
  const thresholdBase = derive(key, thresholdName);
  const experienceBase = derive(key, experienceName);
  const schoolKey: Key = { a: 0, b: 0 };
  const { words, schoolStart } = layout;
  for (let s = 0; s < words.length; s++) {
    const { w0, w1 } = words[s]!;
    const start = schoolStart[s]!;
    const size = schoolStart[s + 1]! - start;
    absorbWords(dispositionBase, w0, w1, schoolKey);
    const dispositionA = schoolKey.a | 0;
    const dispositionB = schoolKey.b | 0;
    absorbWords(thresholdBase, w0, w1, schoolKey);
    const thresholdA = schoolKey.a | 0;
    const thresholdB = schoolKey.b | 0;
    absorbWords(experienceBase, w0, w1, schoolKey);
    const experienceA = schoolKey.a | 0;
    const experienceB = schoolKey.b | 0;
    for (let i = 0; i < size; i++) {
      const slot = start + i;
      disposition[slot] = byteSum(draw(dispositionA, dispositionB, i));
      threshold[slot] = draw(thresholdA, thresholdB, i) >>> 29;
      const u = draw(experienceA, experienceB, i) / DRAWS;
      if (u < to3) experience[slot] = Math.floor((u / to3) * 4);
      else if (u < to9) experience[slot] = 4 + Math.floor(((u - to3) / (to9 - to3)) * 6);
      else if (u < to14) experience[slot] = 10 + Math.floor(((u - to9) / (to14 - to9)) * 5);
      else experience[slot] = 15 + Math.floor(span * (1 - Math.sqrt((1 - u) / (1 - to14))));
    }
  }
}
