import type { World } from "../evidence/parameter.ts";
import { clamp, eased, log, logistic, oddsAtMost, partHazard } from "../numerics/math.ts";
import { decisionKey, hashText, schoolUniform } from "../numerics/random.ts";
import type { DistrictState, OfficeState } from "../state/district-state.ts";
import { firstFounded } from "../state/first-founded.ts";
import type { Month } from "../state/month.ts";
import { admitSchools, askSchool, type Comer, openAdmission, type Way } from "./admit-schools.ts";

/** Holds the numbers of joining and leaving the programme. */
export interface MembershipConstants {
  readonly drop: number;
  readonly complexity: number;
  readonly support: number;
  readonly newPrincipal: number;
  readonly firstYear: number;
  readonly others: number;
  readonly rate: number;
  readonly openness: number;
  readonly risk: number;
  readonly vision: number;
  readonly legitimacy: number;
  readonly community: number;
  readonly mismatch: number;
  readonly mandateRate: number;
  readonly fit: number;
  readonly memberFit: number;
  readonly assessment: number;
}

/** Reads the numbers of membership from a world. */
export function membershipConstants(world: World): MembershipConstants {
  const p = (name: string): number => world[name]!;
  return {
    drop: p("membership.drop"),
    complexity: p("membership.complexity"),
    support: p("membership.support"),
    newPrincipal: p("membership.newPrincipal"),
    firstYear: p("membership.firstYear"),
    others: p("membership.others"),
    rate: p("entry.rate"),
    openness: p("entry.openness"),
    risk: p("entry.risk"),
    vision: p("entry.vision"),
    legitimacy: p("entry.legitimacy"),
    community: p("entry.community"),
    mismatch: p("entry.mismatch"),
    mandateRate: p("entry.mandateRate"),
    fit: p("entry.fit"),
    memberFit: p("membership.fit"),
    assessment: p("openness.assessment"),
  };
}

const membershipDrop = hashText("membership-drop");
const volunteer = hashText("volunteer");
const mandateDecision = hashText("mandate");

/** Returns the monthly chance that a member school drops out. `members` counts the school itself. */
export function dropHazard(
  c: MembershipConstants,
  complexity: number,
  support: number,
  newPrincipal: boolean,
  firstYear: boolean,
  members: number,
): number {
  return partHazard(logistic(dropLogOdds(c, complexity, support, newPrincipal, firstYear, log(members), 0)), 12);
}

/**
 * Returns the log-odds that a member school drops out within a year, given the logarithm of the members and the legitimacy
 * that a fitted route lends the programme.
 */
function dropLogOdds(
  c: MembershipConstants,
  complexity: number,
  support: number,
  newPrincipal: boolean,
  firstYear: boolean,
  logMembers: number,
  fitted: number,
): number {
  return (
    c.drop +
    c.complexity * complexity -
    c.support * support +
    (newPrincipal ? c.newPrincipal : 0) +
    (firstYear ? c.firstYear : 0) -
    c.others * logMembers -
    c.memberFit * fitted
  );
}

/** Tells whether a draw `u` lets a school drop out this month that does within a year at `logOdds`. */
export function dropsOut(u: number, logOdds: number, ease: number): boolean {
  // A twelfth of the yearly odds is more than the monthly chance: few draws are below it, and only they need the exact one.
  if (u >= eased(Math.min(1, oddsAtMost(logOdds) / 12), 1 / ease)) return false;
  return u < eased(partHazard(logistic(logOdds), 12), 1 / ease);
}

/** Says how schools come in: by the open call, by mandate, and with which legitimacy. */
interface Route {
  readonly volunteers: number;
  readonly mandate: number;
  readonly legitimacy: number;
}

/** Returns the route of the schools that ask to choose for themselves, as far as the office knows, or of the others. */
function routeOf(office: OfficeState, c: MembershipConstants, at: Month, asks: 0 | 1): Route {
  const total = at.volunteers + at.mandate;
  const perceived = clamp(office.authority + office.diagnosisError * (1 - c.assessment * office.information), 0, 1);
  const own = 1 - at.tailored;
  const volunteers = Math.min(1, own * at.volunteers + at.tailored * total * (asks + (1 - asks) * (1 - perceived)));
  const mandate = Math.min(1, own * at.mandate + at.tailored * total * (1 - asks) * perceived);
  const routes = volunteers + mandate + at.cohorts;
  const route = routes > 0 ? mandate / routes : 0;
  const legitimacy = clamp(
    0.75 +
      c.community * (office.community - 0.5) -
      c.mismatch * (1 - c.fit * at.tailored) * Math.abs(route - office.authority),
    0.05,
    1,
  );
  return { volunteers, mandate, legitimacy };
}

/** Tells whether a school of which the office believes so much openness asks to choose for itself, as it sees it. */
function asksToChoose(estimate: number): boolean {
  return estimate >= 0.5;
}

/** Sets each school's mandate and legitimacy by the route it is on, and the willingness to join of those outside. */
function setRoutes(state: DistrictState, c: MembershipConstants, asking: Route, others: Route): void {
  const { office } = state;
  const { open, member, estimate, mandate, legitimacy, willingness, openness, risk } = state.school;
  const vision = c.vision * office.vision;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const asks = asksToChoose(estimate[s]!);
    const lawful = asks ? asking.legitimacy : others.legitimacy;
    mandate[s] = asks ? asking.mandate : others.mandate;
    legitimacy[s] = lawful;
    if (member[s] === 1) continue;
    willingness[s] = logistic(
      c.openness * (openness[s]! - 0.5) - c.risk * risk[s]! + vision + c.legitimacy * (lawful - 0.5),
    );
  }
}

/** Counts the open member schools. */
function countMembers({ school }: DistrictState): number {
  const { open, member } = school;
  let members = 0;
  for (let s = 0; s < open.length; s++) members += open[s]! & member[s]!;
  return members;
}

/** Lets member schools drop out, but those founded round the practice; leaving ends support, not practice. */
function leave(
  state: DistrictState,
  c: MembershipConstants,
  at: Month,
  complexity: number,
  members: number,
  ease: number,
): void {
  const { open, member, mandated, dropped, tenure, memberMonths, support, legitimacy } = state.school;
  const key = decisionKey(state.key, membershipDrop, at.t);
  const logMembers = log(members);
  const foundedFrom = firstFounded(state);
  for (let s = 0; s < foundedFrom; s++) {
    if (open[s] === 0 || member[s] === 0) continue;
    const newcomer = tenure[s]! < 12;
    const firstYear = memberMonths[s]! < 12;
    const fitted = at.tailored * legitimacy[s]!;
    const logOdds = dropLogOdds(c, complexity, support[s]!, newcomer, firstYear, logMembers, fitted);
    if (!dropsOut(schoolUniform(key, state.words[s]!, 0), logOdds, ease)) continue;
    member[s] = 0;
    mandated[s] = 0;
    dropped[s] = 1;
  }
}

/** Asks the schools outside, but those that left this month, by the route they are on; lists those that volunteer or enrol. */
function answer(
  state: DistrictState,
  c: MembershipConstants,
  at: Month,
  asking: Route,
  others: Route,
  { eligible, ease }: Way,
): Comer[] {
  const { open, member, dropped, estimate, willingness } = state.school;
  const { authority } = state.office;
  const volunteering = decisionKey(state.key, volunteer, at.t);
  const enrolling = decisionKey(state.key, mandateDecision, at.t);
  const come: Comer[] = [];
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0 || member[s] === 1 || dropped[s] === 1 || eligible[s] === 0) continue;
    const { volunteers, mandate, legitimacy } = asksToChoose(estimate[s]!) ? asking : others;
    if (volunteers === 0 && mandate === 0) continue;
    askSchool(state, s);
    const words = state.words[s]!;
    if (schoolUniform(volunteering, words, 0) < eased(c.rate * volunteers * willingness[s]!, ease.join))
      come.push({ s, mandated: 0 });
    else if (schoolUniform(enrolling, words, 0) < eased(c.mandateRate * mandate * authority * legitimacy, ease.join))
      come.push({ s, mandated: 1 });
  }
  return come;
}

/** Lets member schools drop out, volunteers answer, and a mandate enrol. */
export function moveMembership(
  state: DistrictState,
  c: MembershipConstants,
  at: Month,
  complexity: number,
  way: Way,
): void {
  openAdmission(state, at.t);
  const entering = at.volunteers > 0 || at.mandate > 0 || at.cohorts > 0;
  const members = countMembers(state);
  if (members === 0 && !entering) {
    state.school.mandate.fill(0);
    return;
  }
  const asking = routeOf(state.office, c, at, 1);
  const others = routeOf(state.office, c, at, 0);
  setRoutes(state, c, asking, others);
  leave(state, c, at, complexity, members, way.ease.drop);
  admitSchools(state, way, at.t, at.launched ? answer(state, c, at, asking, others, way) : []);
}
