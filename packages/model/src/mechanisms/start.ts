import type { District, School } from "../district/district.ts";
import type { Population } from "../district/population.ts";
import { newPrincipalShare } from "../district/principal-tenures.ts";
import { OWNING, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { clamp } from "../numerics/math.ts";
import { decisionKey, hashText, type Key, schoolBell, schoolUniform, standardise } from "../numerics/random.ts";
import type { Climate, Counts, DistrictState, SchoolsState, TeachersState } from "../state/district-state.ts";
import { DIP_KEPT_YEAR } from "./leadership.ts";
import { startOffice } from "./office.ts";

const climateName = hashText("climate");
const pressureName = hashText("pressure");
const principalSupport = hashText("principal-support");
const principalKnowledge = hashText("principal-knowledge");
const principalTenure = hashText("principal-tenure");
const normName = hashText("norm");
const opennessError = hashText("openness-error");

function emptySchools(count: number): SchoolsState {
  const reals = (): Float64Array => new Float64Array(count);
  return {
    open: new Uint8Array(count),
    member: new Uint8Array(count),
    memberMonths: reals(),
    mandated: new Uint8Array(count),
    dropped: new Uint8Array(count),
    joined: new Uint8Array(count),
    invited: new Uint8Array(count),
    teachers: new Int32Array(count),
    poverty: reals(),
    climate: reals(),
    norm: reals(),
    pressureBase: reals(),
    pressure: reals(),
    principalSupport: reals(),
    knowledge: reals(),
    dip: reals(),
    dipNew: reals(),
    tenure: reals(),
    principal: reals(),
    risk: reals(),
    opennessBase: reals(),
    opennessError: reals(),
    openness: reals(),
    estimate: reals(),
    distrust: reals(),
    legitimacy: reals(),
    willingness: reals(),
    mandate: reals(),
    mandateNow: reals(),
    hours: reals(),
    weight: reals(),
    designTime: reals(),
    designTeams: reals(),
    contact: reals(),
    reliance: reals(),
    support: reals(),
    capacity: reals(),
    results: reals(),
    reported: reals(),
    untaught: reals().fill(1),
    taughtThisYear: reals(),
  };
}

function emptyClimate(count: number): Climate {
  const reals = (): Float64Array => new Float64Array(count);
  return {
    keep: reals(),
    tryOdds: reals(),
    complianceOdds: reals(),
    complies: new Uint8Array(count),
    practiceGrowth: reals(),
    supportGrowth: reals(),
    peerGrowth: reals(),
    novice: reals(),
    spread: reals(),
    capUnits: reals(),
    ownAt: reals(),
    ownRate: reals(),
    lapseOdds: reals(),
    compliantLapse: reals(),
    tryingLapse: reals(),
    joint: reals(),
    visibility: new Uint8Array(count),
    visits: reals(),
  };
}

/** Puts the population into its posts. Posts from `ordinary` on, of schools that wait, hold nobody: ids below 0. */
function startTeachers(population: Population, ordinary: number): TeachersState {
  const n = population.teachers;
  const person = new Int32Array(n);
  for (let i = 0; i < n; i++) person[i] = i < ordinary ? i : ordinary - 1 - i;
  return {
    stage: population.stage.slice(),
    depth: population.depth.slice(),
    months: population.monthsInStage.slice(),
    compliant: new Uint8Array(n),
    experience: population.experience.slice(),
    disposition: population.disposition.slice(),
    threshold: population.threshold.slice(),
    person,
    signal: new Int32Array(n),
    nextSignal: new Int32Array(n),
  };
}

/** Returns counts of no teachers, for so many schools. */
export function emptyCounts(schools: number): Counts {
  return {
    stages: new Int32Array(schools * 6),
    depthSum: new Float64Array(schools),
    deep: new Int32Array(schools * 3),
    compliant: new Int32Array(schools),
    recentlyLapsed: new Int32Array(schools),
    flows: new Int32Array(schools * 8),
  };
}

/** Draws what school `s` is like on the first day: pressure, principal, norm, openness. */
function startSchool(
  school: SchoolsState,
  { id, lowIncomeShare: poverty, teachers }: School,
  population: Population,
  world: World,
  keys: Readonly<Record<string, Key>>,
  s: number,
): void {
  const p = (name: string): number => world[name]!;
  const words = hashText(id);
  const z = (name: string): number => schoolBell(keys[name]!, words, 0);
  school.teachers[s] = teachers;
  school.poverty[s] = poverty;
  const climate = z("climate");
  school.climate[s] = climate;
  school.pressureBase[s] = clamp(
    p("risk.pressure") + p("risk.pressurePoverty") * (poverty - 0.5) + p("risk.pressureSd") * z("pressure"),
    0,
    1,
  );
  const shared = p("principal.climate");
  school.principalSupport[s] = clamp(
    p("principal.support") +
      p("principal.supportSd") * (shared * climate + Math.sqrt(1 - shared * shared) * z("support")),
    0,
    1,
  );
  school.knowledge[s] = clamp(p("principal.knowledge") + p("principal.knowledgeSd") * z("knowledge"), 0, 1);
  const dipNew = clamp(p("principal.dip") * (1 + p("principal.dipPoverty") * (poverty - 0.5)), 0, 1);
  school.dipNew[s] = dipNew;
  const newShare = newPrincipalShare(p("principal.exit"), p("principal.settling"));
  let dip = dipNew;
  let years = 0;
  while (years < 20 && schoolUniform(keys.tenure!, words, years) >= (years === 0 ? newShare : p("principal.exit"))) {
    dip *= DIP_KEPT_YEAR;
    years++;
  }
  school.dip[s] = dip;
  school.tenure[s] = 12 * years;
  const norm = p("trying.normSd") * z("norm");
  school.norm[s] = norm;

  let dispositions = 0;
  let users = 0;
  let owners = 0;
  for (let i = population.schoolStart[s]!; i < population.schoolStart[s + 1]!; i++) {
    dispositions += population.disposition[i]!;
    if (population.stage[i] === USING) users++;
    else if (population.stage[i] === OWNING) owners++;
  }
  const disposition = standardise(dispositions / teachers);
  school.opennessBase[s] = clamp(
    p("openness.mean") + p("openness.disposition") * (disposition + norm) + p("openness.climateSd") * climate,
    0,
    1,
  );
  school.opennessError[s] = p("openness.error") * z("opennessError");
  school.support[s] = p("support.base");
  school.capacity[s] = owners / teachers;
  school.reported[s] = (users + owners) / teachers;
}

/** Draws the schools of a district as they are on the first day. Founded schools wait, closed. */
export function drawSchools(
  district: District,
  founded: readonly School[],
  population: Population,
  world: World,
  key: Key,
): SchoolsState {
  const schools = [...district.schools, ...founded];
  const ordinary = district.schools.length;
  const state = emptySchools(schools.length);
  const keys = {
    climate: decisionKey(key, climateName, 0),
    pressure: decisionKey(key, pressureName, 0),
    support: decisionKey(key, principalSupport, 0),
    knowledge: decisionKey(key, principalKnowledge, 0),
    tenure: decisionKey(key, principalTenure, 0),
    norm: decisionKey(key, normName, 0),
    opennessError: decisionKey(key, opennessError, 0),
  };
  schools.forEach((school, s) => {
    startSchool(state, school, population, world, keys, s);
    state.open[s] = s < ordinary ? 1 : 0;
  });
  return state;
}

/** Copies schools. */
function copySchools(schools: SchoolsState): SchoolsState {
  const copy = emptySchools(schools.open.length);
  for (const name of Object.keys(copy) as (keyof SchoolsState)[]) copy[name].set(schools[name]);
  return copy;
}

/**
 * Sets up a district on 1 August of year 1: its office, its schools, its teachers. `drawn`, what {@link drawSchools}
 * gives of the same, is left as it is; `exitLevel` is what the district's own turnover adds to the log-odds of exits.
 */
export function startDistrict(
  district: District,
  founded: readonly School[],
  population: Population,
  world: World,
  key: Key,
  drawn: SchoolsState = drawSchools(district, founded, population, world, key),
  exitLevel?: number,
): DistrictState {
  const schools = [...district.schools, ...founded];
  let weighted = 0;
  let teachers = 0;
  for (const school of district.schools) {
    weighted += school.lowIncomeShare * school.teachers;
    teachers += school.teachers;
  }
  return {
    district,
    schools,
    population,
    startTeachers: teachers,
    meanPoverty: weighted / teachers,
    office: startOffice(world, key, teachers, { coaches: district.own?.coaches, exitLevel }),
    school: copySchools(drawn),
    climate: emptyClimate(schools.length),
    teacher: startTeachers(population, teachers),
    counts: emptyCounts(schools.length),
    key,
    words: schools.map((school) => hashText(school.id)),
    nextPerson: teachers,
    placesTaken: 0,
    preparedHires: 0,
    openedSchools: 0,
    spent: 0,
  };
}
