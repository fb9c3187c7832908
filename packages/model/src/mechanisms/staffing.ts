import { AWARE, PREPARED_DEPTH, TRYING, UNAWARE } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { odds } from "../numerics/math.ts";
import {
  absorbWords,
  DRAWS,
  decisionKey,
  draw,
  hashText,
  type Key,
  schoolUniform,
  uniform,
} from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";

/** Holds the numbers of exits, moves and hires. */
export interface StaffingConstants {
  /** Odds of leaving of each stage of a career. */
  readonly exitOdds: Float64Array;
  readonly poverty: number;
  readonly support: number;
  readonly risk: number;
  readonly newPrincipal: number;
  readonly compliant: number;
  readonly within: number;
  readonly drift: number;
  readonly novice: number;
  /** Years over which the share of hires who have taught tapers to none. */
  readonly span: number;
  /** Share of a district's standing that is left after a year, and the spread of what comes new. */
  readonly persistence: number;
  readonly innovation: number;
  readonly pipeline: number;
  readonly supportBase: number;
}

/** Holds a person on the move between schools. */
export interface Mover {
  readonly slot: number;
  readonly school: number;
  readonly disposition: number;
  readonly threshold: number;
  readonly experience: number;
  readonly stage: number;
  readonly depth: number;
  readonly months: number;
  readonly person: number;
}

/** Holds what July leaves open: posts in their order, the school of each, and who of those who left looks for another. */
export interface Openings {
  readonly vacancies: ArrayLike<number>;
  readonly schoolOf: readonly number[];
  readonly movers: readonly Mover[];
}

/** Reads the numbers of staffing from a world. */
export function staffingConstants(world: World): StaffingConstants {
  const p = (name: string): number => world[name]!;
  const oddsOf = (name: string): number => p(name) / (1 - p(name));
  return {
    exitOdds: Float64Array.of(
      oddsOf("exit.novice"),
      oddsOf("exit.early"),
      oddsOf("exit.middle"),
      oddsOf("exit.senior"),
    ),
    poverty: p("exit.poverty"),
    support: p("exit.support"),
    risk: p("exit.risk"),
    newPrincipal: p("exit.newPrincipal"),
    compliant: odds(p("exit.compliant")),
    within: p("exit.within"),
    drift: p("exit.drift"),
    novice: p("hire.novice"),
    span: p("hire.experienceSpan"),
    persistence: p("exit.persistence"),
    innovation: Math.sqrt(1 - p("exit.persistence") * p("exit.persistence")) * p("exit.districtSd"),
    pipeline: p("pipeline.reach"),
    supportBase: p("support.base"),
  };
}

const destination = hashText("destination");
const destinationSecond = hashText("destination-second");
const drift = hashText("drift");
const hire = hashText("hire");
const hirePipeline = hashText("hire-pipeline");
const hireExperience = hashText("hire-experience");
const founding = hashText("founding");

/** Finds each mover a vacancy in another school, drifting to lower poverty. Fills it, and marks it in `filled`. */
function placeMovers(
  state: DistrictState,
  c: StaffingConstants,
  t: number,
  { vacancies, schoolOf, movers }: Openings,
  filled: Uint8Array,
): void {
  const { teacher } = state;
  const { poverty } = state.school;
  const firstChoice = decisionKey(state.key, destination, t);
  const secondChoice = decisionKey(state.key, destinationSecond, t);
  const drifting = decisionKey(state.key, drift, t);
  const open = vacancies.length;
  for (const mover of movers) {
    const words = state.words[mover.school]!;
    let choice = Math.floor(open * schoolUniform(firstChoice, words, mover.slot));
    if (schoolUniform(drifting, words, mover.slot) < c.drift) {
      const other = Math.floor(open * schoolUniform(secondChoice, words, mover.slot));
      if (poverty[schoolOf[other]!]! < poverty[schoolOf[choice]!]!) choice = other;
    }
    for (let step = 0; step < open; step++) {
      const v = choice + step < open ? choice + step : choice + step - open;
      if (filled[v] === 1 || schoolOf[v] === mover.school) continue;
      const i = vacancies[v]!;
      filled[v] = 1;
      teacher.disposition[i] = mover.disposition;
      teacher.threshold[i] = mover.threshold;
      teacher.experience[i] = mover.experience;
      teacher.stage[i] = mover.stage;
      teacher.depth[i] = mover.depth;
      teacher.months[i] = mover.months;
      teacher.person[i] = mover.person;
      teacher.compliant[i] = 0;
      break;
    }
  }
}

/** Puts a new person like initial teacher `j` into slot `i`. */
function enter(state: DistrictState, i: number, j: number): void {
  const { teacher, population } = state;
  teacher.disposition[i] = population.disposition[j]!;
  teacher.threshold[i] = population.threshold[j]!;
  teacher.stage[i] = population.stage[j]!;
  teacher.depth[i] = population.depth[j]!;
  teacher.months[i] = 0;
  teacher.compliant[i] = 0;
  teacher.person[i] = state.nextPerson++;
}

/** Fills the other vacancies: people as the district's were at the start, the pipeline's share already trying. */
function hireInto(
  state: DistrictState,
  c: StaffingConstants,
  at: Month,
  ownersShare: number,
  { vacancies, schoolOf }: Openings,
  filled: Uint8Array,
): void {
  const { schoolStart } = state.population;
  const { stage, depth, experience } = state.teacher;
  const prepared = Math.min(1, c.pipeline * at.pipeline * Math.min(1, 4 * ownersShare));
  const hireMonth = decisionKey(state.key, hire, at.t);
  const pipelineMonth = decisionKey(state.key, hirePipeline, at.t);
  const experienceMonth = decisionKey(state.key, hireExperience, at.t);
  const hireKey: Key = { a: 0, b: 0 };
  const experienceKey: Key = { a: 0, b: 0 };
  let hiring = -1;
  for (let v = 0; v < vacancies.length; v++) {
    if (filled[v] === 1) continue;
    const i = vacancies[v]!;
    const s = schoolOf[v]!;
    const words = state.words[s]!;
    if (s !== hiring) {
      hiring = s;
      absorbWords(hireMonth, words.w0, words.w1, hireKey);
      absorbWords(experienceMonth, words.w0, words.w1, experienceKey);
    }
    const slot = i - schoolStart[s]!;
    enter(state, i, Math.floor(uniform(hireKey, slot) * state.startTeachers));
    if (prepared > 0 && schoolUniform(pipelineMonth, words, slot) < prepared) {
      stage[i] = TRYING;
      depth[i] = PREPARED_DEPTH;
      state.preparedHires++;
    }
    experience[i] =
      uniform(experienceKey, slot) < c.novice
        ? 0
        : 1 + Math.floor(c.span * (1 - Math.sqrt(1 - uniform(experienceKey, slot + state.school.teachers[s]!))));
  }
}

/**
 * Fills the posts that July left open: by moves within the district, which drift to low poverty, then by hires, of whom
 * the pipeline prepares more where the share of owners is high.
 */
export function fillPosts(
  state: DistrictState,
  c: StaffingConstants,
  at: Month,
  ownersShare: number,
  openings: Openings,
): void {
  const filled = new Uint8Array(openings.vacancies.length);
  placeMovers(state, c, at.t, openings, filled);
  hireInto(state, c, at, ownersShare, openings, filled);
}

/** Opens the founded schools: staff chosen by disposition, prepared for a year where there is a lead year. */
export function openFounded(state: DistrictState, t: number, leadYear: boolean): void {
  const { school, population, teacher } = state;
  const month = decisionKey(state.key, founding, t);
  const key: Key = { a: 0, b: 0 };
  for (let s = state.district.schools.length; s < school.open.length; s++) {
    const words = state.words[s]!;
    absorbWords(month, words.w0, words.w1, key);
    const first = population.schoolStart[s]!;
    for (let i = first; i < population.schoolStart[s + 1]!; i++) {
      let best = 0;
      for (let k = 0; k < 3; k++) {
        const j = Math.floor((draw(key.a, key.b, 3 * (i - first) + k) / DRAWS) * state.startTeachers);
        if (k === 0 || population.disposition[j]! > population.disposition[best]!) best = j;
      }
      enter(state, i, best);
      teacher.experience[i] = population.experience[best]!;
      if (teacher.stage[i] === UNAWARE) teacher.stage[i] = AWARE;
      if (leadYear && teacher.stage[i]! < TRYING) {
        teacher.stage[i] = TRYING;
        teacher.depth[i] = PREPARED_DEPTH;
      }
    }
    school.open[s] = 1;
    school.member[s] = 1;
    school.joined[s] = 1;
    school.invited[s] = 1;
    school.memberMonths[s] = 12;
    school.capacity[s] = 0;
    school.reported[s] = 0;
    state.openedSchools++;
    if (!leadYear) continue;
    school.principalSupport[s] = 0.9;
    school.knowledge[s] = 0.9;
    school.dip[s] = 0;
  }
}
