import type { World } from "../evidence/parameter.ts";
import { clamp, eased, log, logistic, partHazard } from "../numerics/math.ts";
import { decisionKey, hashText, schoolUniform } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import { isFounded } from "../state/is-founded.ts";
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
  return hazardAmong(c, complexity, support, newPrincipal, firstYear, log(members), 0);
}

/** Returns the same, given the logarithm of the members and the legitimacy that a fitted route lends the programme. */
function hazardAmong(
  c: MembershipConstants,
  complexity: number,
  support: number,
  newPrincipal: boolean,
  firstYear: boolean,
  logMembers: number,
  fitted: number,
): number {
  const logOdds =
    c.drop +
    c.complexity * complexity -
    c.support * support +
    (newPrincipal ? c.newPrincipal : 0) +
    (firstYear ? c.firstYear : 0) -
    c.others * logMembers -
    c.memberFit * fitted;
  return partHazard(logistic(logOdds), 12);
}

/** Sets each school's route, its legitimacy there, and the school's willingness to join. */
function setRoutes(state: DistrictState, c: MembershipConstants, at: Month, s: number): number {
  const { office, school } = state;
  const total = at.volunteers + at.mandate;
  const perceived = clamp(office.authority + office.diagnosisError * (1 - c.assessment * office.information), 0, 1);
  const asks = school.estimate[s]! >= 0.5 ? 1 : 0;
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
  school.mandate[s] = mandate;
  school.legitimacy[s] = legitimacy;
  school.willingness[s] = logistic(
    c.openness * (school.openness[s]! - 0.5) -
      c.risk * school.risk[s]! +
      c.vision * office.vision +
      c.legitimacy * (legitimacy - 0.5),
  );
  return volunteers;
}

/** Counts the open member schools. */
function countMembers({ school }: DistrictState): number {
  let members = 0;
  for (let s = 0; s < school.open.length; s++) if (school.open[s] === 1 && school.member[s] === 1) members++;
  return members;
}

/** Lets member schools drop out, volunteers answer, and a mandate enrol; leaving ends support, not practice. */
export function moveMembership(
  state: DistrictState,
  c: MembershipConstants,
  at: Month,
  complexity: number,
  way: Way,
): void {
  const { office, school } = state;
  const { ease } = way;
  openAdmission(state, at.t);
  const entering = at.volunteers > 0 || at.mandate > 0 || at.cohorts > 0;
  const members = countMembers(state);
  if (members === 0 && !entering) {
    school.mandate.fill(0);
    return;
  }
  const logMembers = log(members);
  const drop = decisionKey(state.key, membershipDrop, at.t);
  const volunteering = decisionKey(state.key, volunteer, at.t);
  const enrolling = decisionKey(state.key, mandateDecision, at.t);
  const come: Comer[] = [];
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const words = state.words[s]!;
    const volunteers = setRoutes(state, c, at, s);
    if (school.member[s] === 1) {
      if (isFounded(state, s)) continue;
      const newcomer = school.tenure[s]! < 12;
      const firstYear = school.memberMonths[s]! < 12;
      const fitted = at.tailored * school.legitimacy[s]!;
      const hazard = hazardAmong(c, complexity, school.support[s]!, newcomer, firstYear, logMembers, fitted);
      if (schoolUniform(drop, words, 0) < eased(hazard, 1 / ease.drop)) {
        school.member[s] = 0;
        school.mandated[s] = 0;
        school.dropped[s] = 1;
      }
    } else if (at.launched && way.eligible[s] === 1) {
      const mandate = school.mandate[s]!;
      if (volunteers > 0 || mandate > 0) askSchool(state, s);
      if (schoolUniform(volunteering, words, 0) < eased(c.rate * volunteers * school.willingness[s]!, ease.join)) {
        come.push({ s, mandated: 0 });
      } else if (
        schoolUniform(enrolling, words, 0) <
        eased(c.mandateRate * mandate * office.authority * school.legitimacy[s]!, ease.join)
      ) {
        come.push({ s, mandated: 1 });
      }
    }
  }
  admitSchools(state, way, at.t, come);
}
