import type { School as RosterSchool } from "../src/district/district.ts";
import { type Population, populate } from "../src/district/population.ts";
import type { World } from "../src/evidence/parameter.ts";
import { clamp, log } from "../src/numerics/math.ts";
import { bell, derive, hashText, rootKey, standardise, uniform } from "../src/numerics/random.ts";
import type { DistrictPlan, Plan } from "../src/scenario/plan.ts";
import { decide } from "./decisions.ts";
import { thirdsOf } from "./funnel.ts";
import type { InterpretOptions } from "./interpreter.ts";
import { exitOfPrincipals, newcomersAt, ownExits } from "./own.ts";
import { drawPeople } from "./people.ts";
import type { Conditions, District, Office, References, School, Teacher } from "./state.ts";
import { count, noFlows, OWNING, USING } from "./state.ts";
import { halfMonths, wholeMonth } from "./step.ts";

/** Reads parameters of a world, refusing names it does not have; how principals leave, by the district's own figure. */
function reader(world: World, principalYears: number | undefined): (name: string) => number {
  const known: Record<string, number> = { ...world };
  if (principalYears !== undefined) {
    known["principal.exit"] = exitOfPrincipals(principalYears, known["principal.settling"]!);
  }
  return (name) => {
    const value = known[name];
    if (value === undefined) throw new Error(`the world has no parameter ${name}`);
    return value;
  };
}

/** Builds a district as it is at index 0. */
export function begin(
  plan: Plan,
  part: DistrictPlan,
  world: World,
  { seed, replicate, stepsPerMonth = 1 }: InterpretOptions,
): District {
  const key = derive(derive(rootKey(seed), replicate), hashText(part.district.id));
  const own = part.district.own ?? {};
  const parameter = reader(world, own.principalYears);
  const { everyoneAware } = plan.scenario.switches;
  const population =
    part.district.population === undefined
      ? drawPeople(part, world, key, everyoneAware)
      : populate(part.district, world, key, { everyoneAware, founded: part.founded });
  const ordinary = part.district.schools;
  let povertySum = 0;
  let teacherSum = 0;
  for (const school of ordinary) {
    povertySum += school.lowIncomeShare * school.teachers;
    teacherSum += school.teachers;
  }
  const listed = [...ordinary, ...part.founded].map((school, s): Listed => {
    return { school, poverty: school.lowIncomeShare, n: school.teachers, founded: s >= ordinary.length };
  });
  const thirds = thirdsOf(listed);
  const schools = listed.map((one, s) => beginSchool({ key, parameter }, one, thirds[s]!, population, s));
  const posts = schools.flatMap((school) => school.posts);
  for (const { index, school, teacher } of posts) if (school.founded) teacher.person = teacherSum - 1 - index;
  return {
    plan,
    part,
    key,
    parameter,
    ease: (name) => plan.scenario.ease[name],
    references: references(parameter),
    meanPoverty: povertySum / teacherSum,
    office: ownExits(
      { parameter },
      schools,
      { ...beginOffice({ key, parameter }, teacherSum, stepsPerMonth), coaches: own.coaches ?? 0 },
      own.turnover,
    ),
    schools,
    posts,
    initial: posts.slice(0, teacherSum).map((post) => ({ ...post.teacher })),
    nextPerson: teacherSum,
    placesTaken: 0,
  };
}

/** Holds what the roster says of a school, ordinary or founded. */
interface Listed {
  readonly school: RosterSchool;
  readonly poverty: number;
  readonly n: number;
  readonly founded: boolean;
}

function references(p: (name: string) => number): References {
  const principal = p("principal.support") * (0.5 + 0.5 * p("principal.knowledge"));
  const start = p("direction.start");
  return {
    principal,
    time: p("support.time") - p("support.timePressure") * p("risk.pressure"),
    office: p("office.commitment") * p("support.office"),
    risk:
      p("risk.pressure") *
      ((1 - start) / 2 + p("risk.conflict") * (p("direction.startSd") + Math.abs(start - (2 * principal - 1)) / 2)),
    vision: p("office.vision") * start,
  };
}

function beginOffice(district: Pick<District, "key" | "parameter">, teachers: number, stepsPerMonth: 1 | 2): Office {
  const p = district.parameter;
  const signalKey = decide(district, "office-signal", 0);
  const signals = [0, 1, 2, 3, 4, 5].map((k) =>
    clamp(p("direction.start") + p("direction.startSd") * bell(signalKey, k), -1, 1),
  );
  const commitment = clamp(
    p("office.commitment") + p("office.commitmentSd") * bell(decide(district, "office-commitment", 0), 0),
    0.05,
    1,
  );
  // The load at which as much fades as arrives in a step.
  const [step] = stepsPerMonth === 1 ? [wholeMonth] : halfMonths();
  const load = ((p("attention.arrivals") / 12) * step!.months * p("attention.size")) / step!.part(p("attention.fade"));
  return {
    signals,
    signalStart: [...signals],
    commitment,
    commitmentStart: commitment,
    vision: p("office.vision"),
    visionStart: p("office.vision"),
    community: p("office.community"),
    communityStart: p("office.community"),
    authority: p("office.authority"),
    embedding: 0,
    information: 0,
    qualityGain: 0,
    coaches: 0,
    quality: 0,
    load,
    loadReference: load,
    attention: 1,
    exitLevel:
      p("exit.state") +
      p("exit.size") * (log(teachers) - log(p("exit.sizeReference"))) -
      (p("exit.districtSd") * p("exit.districtSd")) / 2,
    exitStanding: p("exit.districtSd") * bell(decide(district, "exit-district", 0), 0),
    diagnosisError: p("entry.diagnosis") * bell(decide(district, "authority-error", 0), 0),
    meanResults: 0,
    meanReported: 0,
  };
}

function beginSchool(
  district: Pick<District, "key" | "parameter">,
  { school: { id, level, enrolment }, poverty, n, founded }: Listed,
  third: number,
  population: Population,
  s: number,
): School {
  const p = district.parameter;
  const drawBell = (decision: string): number => bell(decide(district, decision, 0, id), 0);
  const first = population.schoolStart[s]!;

  const climate = drawBell("climate");
  const pressureBase = clamp(
    p("risk.pressure") + p("risk.pressurePoverty") * (poverty - 0.5) + p("risk.pressureSd") * drawBell("pressure"),
    0,
    1,
  );
  const c = p("principal.climate");
  const principalSupport = clamp(
    p("principal.support") +
      p("principal.supportSd") * (c * climate + Math.sqrt(1 - c * c) * drawBell("principal-support")),
    0,
    1,
  );
  const knowledge = clamp(
    p("principal.knowledge") + p("principal.knowledgeSd") * drawBell("principal-knowledge"),
    0,
    1,
  );
  const dipNew = clamp(p("principal.dip") * (1 + p("principal.dipPoverty") * (poverty - 0.5)), 0, 1);
  const tenureKey = decide(district, "principal-tenure", 0, id);
  let years = 0;
  const exit = p("principal.exit");
  const newcomers = newcomersAt(exit, p("principal.settling"));
  while (years < 20 && uniform(tenureKey, years) >= (years === 0 ? newcomers : exit)) years++;
  let dip = dipNew;
  for (let year = 0; year < years; year++) dip *= 0.39685026299204984;

  const norm = p("trying.normSd") * drawBell("norm");
  let byteSums = 0;
  for (let i = 0; i < n; i++) byteSums += population.disposition[first + i]!;
  const meanDisposition = standardise(byteSums / n);
  const school: School = {
    id,
    level,
    enrolment,
    poverty,
    n,
    founded,
    third,
    posts: [],
    open: !founded,
    climate,
    pressureBase,
    dipNew,
    norm,
    opennessBase: clamp(
      p("openness.mean") + p("openness.disposition") * (meanDisposition + norm) + p("openness.climateSd") * climate,
      0,
      1,
    ),
    opennessError: p("openness.error") * drawBell("openness-error"),
    member: false,
    memberMonths: 0,
    mandated: false,
    principalSupport,
    knowledge,
    dip,
    tenure: 12 * years,
    results: 0,
    distrust: 0,
    capacity: 0,
    reported: 0,
    principal: 0,
    pressure: 0,
    risk: 0,
    openness: 0,
    estimate: 0,
    volunteers: 0,
    mandate: 0,
    legitimacy: 0,
    willingness: 0,
    dropped: false,
    asked: false,
    hours: 0,
    contact: 0,
    reliance: 0,
    support: p("support.base"),
    conditions: nothing(),
    untaught: 1,
    taughtThisYear: 0,
    flows: noFlows(),
  };
  for (let slot = 0; slot < n; slot++) {
    const index = first + slot;
    school.posts.push({
      index,
      slot,
      school,
      advice: [...population.ties.slice(population.tieStart[index], population.tieStart[index + 1])],
      visit: population.visitTie[index]!,
      visitRank: population.visitRank[index]!,
      teacher: beginTeacher(population, index),
    });
  }
  school.capacity = count(school.posts, OWNING) / n;
  school.reported = count(school.posts, USING, OWNING) / n;
  return school;
}

function beginTeacher(population: Population, index: number): Teacher {
  return {
    stage: population.stage[index]!,
    depth: population.depth[index]!,
    months: population.monthsInStage[index]!,
    compliant: false,
    experience: population.experience[index]!,
    disposition: population.disposition[index]!,
    threshold: population.threshold[index]!,
    person: index,
  };
}

/** Returns the conditions of a school that has not yet met a month; never read. */
function nothing(): Conditions {
  return {
    keep: 1,
    tryOdds: 0,
    compliance: 0,
    lapseOdds: 0,
    compliantLapse: 0,
    tryingLapse: 0,
    g0: 0,
    g1: 0,
    g2: 0,
    novice: 0,
    spread: 0,
    capUnits: 0,
    ownAt: 0,
    ownRate: 0,
    visibility: 0,
    visits: 0,
  };
}
