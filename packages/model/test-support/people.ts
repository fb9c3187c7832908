import type { School } from "../src/district/district.ts";
import type { Population } from "../src/district/population.ts";
import type { World } from "../src/evidence/parameter.ts";
import { clamp } from "../src/numerics/math.ts";
import { byteSum, DRAWS, derive, hashText, type Key, standardise } from "../src/numerics/random.ts";
import type { DistrictPlan } from "../src/scenario/plan.ts";
import { placeTies, type Site } from "./advice.ts";
import { drawFrom } from "./draw-from.ts";
import { AWARE, OWNING, TRYING, UNAWARE, USING } from "./state.ts";

/** Holds where draws come from, and the parameters they are turned by. */
export interface Source {
  /** Draws 32 bits for a slot of a school under a name. */
  readonly bits: (name: string, school: string, slot: number) => number;
  /** Reads a parameter of the world. */
  readonly p: (name: string) => number;
}

/** Holds a post and who is in it on the first day. */
export interface Person {
  readonly school: School;
  /** Position in the district, and in the school. */
  readonly index: number;
  readonly slot: number;
  readonly team: number;
  /** Byte sum, 0 … 1020. */
  readonly disposition: number;
  readonly threshold: number;
  readonly experience: number;
  stage: number;
  depth: number;
  months: number;
}

/** Draws the people of a district on the first day, by the rules of `docs/model.md` and nothing else. */
export function drawPeople(
  { district, founded }: Pick<DistrictPlan, "district" | "founded">,
  world: World,
  key: Key,
  everyoneAware: boolean,
): Population {
  const source: Source = {
    bits: (name, school, slot) => drawFrom(derive(derive(key, hashText(name)), hashText(school)), slot),
    p: (name) => world[name]!,
  };
  let index = 0;
  const sites = [...district.schools, ...founded].map((school, s): Site => {
    const people = Array.from({ length: school.teachers }, (_, slot) => drawPerson(source, school, index++, slot));
    return { school, founded: s >= district.schools.length, people };
  });
  const ordinary = sites.filter((site) => !site.founded);
  const users = chooseUsers(source, ordinary, district.own?.adoption);
  for (const person of ordinary.flatMap(({ people }) => people)) {
    startPractice(source, person, users.has(person), everyoneAware);
  }
  return populationOf(source, sites);
}

/** Returns a bell-shaped variate of 32 bits. */
export const bellOf = (bits: number): number => standardise(byteSum(bits));

function drawPerson(source: Source, school: School, index: number, slot: number): Person {
  const { bits, p } = source;
  const { id, level, teachers } = school;
  const typical = p(level === "elementary" ? "population.teamSize" : "population.departmentSize");
  const teams = Math.max(1, Math.round(teachers / typical));
  return {
    school,
    index,
    slot,
    team: Math.floor((slot * teams) / teachers),
    disposition: byteSum(bits("population.disposition", id, slot)),
    threshold: Math.floor(bits("population.threshold", id, slot) / 2 ** 29),
    experience: experienceAt(p, bits("population.experience", id, slot) / DRAWS),
    stage: UNAWARE,
    depth: 0,
    months: 0,
  };
}

function experienceAt(p: Source["p"], u: number): number {
  const a = p("population.experienceTo3");
  const b = a + p("population.experience4To9");
  const c = b + p("population.experience10To14");
  if (u < a) return Math.floor((u / a) * 4);
  if (u < b) return 4 + Math.floor(((u - a) / (b - a)) * 6);
  if (u < c) return 10 + Math.floor(((u - b) / (c - b)) * 5);
  return 15 + Math.floor(p("population.experienceSpan") * (1 - Math.sqrt((1 - u) / (1 - c))));
}

/** Chooses who uses the practice: of the district the highest scores, or of each school where its own share is given. */
function chooseUsers(
  source: Source,
  ordinary: readonly Site[],
  own: Readonly<Record<string, number>> | undefined,
): ReadonlySet<Person> {
  const people = ordinary.flatMap((site) => site.people);
  let poverty = 0;
  for (const { school } of ordinary) poverty += school.lowIncomeShare * school.teachers;
  const meanPoverty = poverty / people.length;
  const score = new Map(people.map((person) => [person, scoreOf(source, person, meanPoverty)]));
  const best = (some: readonly Person[], share: number): Person[] =>
    [...some].sort((x, y) => score.get(y)! - score.get(x)!).slice(0, Math.round(share * some.length));
  if (own === undefined) return new Set(best(people, source.p("start.adoption")));
  return new Set(ordinary.flatMap(({ school, people: some }) => best(some, own[school.id] ?? 0)));
}

function scoreOf({ bits, p }: Source, { school, slot, disposition }: Person, meanPoverty: number): number {
  const icc = p("start.icc");
  const rho = p("start.disposition");
  return (
    Math.sqrt(icc) * bellOf(bits("start.school", school.id, 0)) +
    p("start.tierSlope") * (school.lowIncomeShare - meanPoverty) +
    Math.sqrt(1 - icc) * rho * standardise(disposition) +
    Math.sqrt(1 - icc) * Math.sqrt(1 - rho * rho) * bellOf(bits("start.teacher", school.id, slot))
  );
}

/** Draws stage, depth and months in stage of a teacher of an ordinary school. */
function startPractice({ bits, p }: Source, person: Person, uses: boolean, everyoneAware: boolean): void {
  const { id } = person.school;
  const stage = bits("start.stage", id, person.slot);
  const trying = p("start.trying") * DRAWS;
  const knows = everyoneAware || stage < trying + p("start.aware") * (DRAWS - trying);
  if (uses) person.stage = stage < p("start.owning") * DRAWS ? OWNING : USING;
  else if (stage < trying) person.stage = TRYING;
  else person.stage = knows ? AWARE : UNAWARE;

  const depth = bits("start.depth", id, person.slot);
  const since = bits("start.months", id, person.slot) / DRAWS;
  if (person.stage === TRYING) {
    person.depth = Math.floor((depth / DRAWS) * 0.3 * 65535);
    person.months = Math.floor(since * 10);
  }
  if (!uses) return;
  const floor = person.stage === USING ? 0.3 : 0.42;
  const x = floor + Math.abs(p("start.depthMean") + p("start.depthSd") * bellOf(depth) - floor);
  person.depth = Math.floor(clamp(x * 65535, Math.floor(floor * 65535) + 1, Math.floor(0.6 * 65535) - 1));
  person.months = Math.min(255, Math.floor(since * p("start.monthsInStage")) + (person.stage === OWNING ? 12 : 0));
}

/** Writes people, their ties of advice and their latent ties as a population. */
function populationOf(source: Source, sites: readonly Site[]): Population {
  const people = sites.flatMap((site) => site.people);
  const asked = new Map(sites.flatMap((site) => [...placeTies(source, site, outsideOf(sites, site))]));
  const visits = sites.flatMap((site) => {
    const outside = outsideOf(sites, site);
    return site.people.map(({ slot }) => {
      const pick = Math.floor((source.bits("visits.tie", site.school.id, slot) / DRAWS) * outside.length);
      return outside[pick]?.index ?? -1;
    });
  });
  const startsOf = (counts: readonly number[]): Int32Array => {
    const starts = new Int32Array(counts.length + 1);
    for (const [i, count] of counts.entries()) starts[i + 1] = starts[i]! + count;
    return starts;
  };
  const ties = people.map((person) => asked.get(person)!);
  return {
    teachers: people.length,
    schools: sites.length,
    schoolStart: startsOf(sites.map((site) => site.people.length)),
    team: Uint16Array.from(people, ({ team }) => team),
    tieStart: startsOf(ties.map(({ length }) => length)),
    ties: Int32Array.from(ties.flat(), ({ index }) => index),
    visitTie: Int32Array.from(visits),
    visitRank: Uint8Array.from(people, ({ school, slot }) => source.bits("visits.rank", school.id, slot) / 2 ** 24),
    disposition: Uint16Array.from(people, ({ disposition }) => disposition),
    threshold: Uint8Array.from(people, ({ threshold }) => threshold),
    experience: Uint8Array.from(people, ({ experience }) => experience),
    stage: Uint8Array.from(people, ({ stage }) => stage),
    depth: Uint16Array.from(people, ({ depth }) => depth),
    monthsInStage: Uint8Array.from(people, ({ months }) => months),
  };
}

/** Lists the people of the other ordinary schools, in order: those whom a school's teachers may ask or visit. */
function outsideOf(sites: readonly Site[], own: Site): Person[] {
  return sites.filter((site) => site !== own && !site.founded).flatMap(({ people }) => people);
}
