import { clamp, log, logistic, partHazard } from "../src/numerics/math.ts";
import { uniform } from "../src/numerics/random.ts";
import { decide, happens, happensIn } from "./decisions.ts";
import { eased } from "./ease.ts";
import { type District, type Month, openSchools, type School } from "./state.ts";

/** Carries out step 2b: who leaves the programme and who joins it. */
export function stepMembership(district: District, month: Month): void {
  if (month.t % 12 === 0 && month.step.first) district.placesTaken = 0;
  const open = openSchools(district);
  const members = open.filter((school) => school.member).length;
  const coming: Coming[] = [];
  for (const school of open) {
    weighEntry(district, school, month);
    school.dropped = false;
    if (school.member) considerLeaving(district, school, month, members);
    else if (isEligible(district, school) && month.at("launch") > 0) {
      if (school.volunteers > 0 || school.mandate > 0) ask(school);
      const route = considerJoining(district, school, month);
      if (route !== undefined) coming.push({ school, mandated: route === "mandate" });
    }
  }
  admit(district, month, coming);
  invite(district, month);
}

/** Holds a school that comes to the programme. */
interface Coming {
  readonly school: School;
  readonly mandated: boolean;
}

/** Tells whether the programme is for schools of a school's level. */
function isEligible({ plan }: District, { level }: School): boolean {
  if (plan.levels === "all" || level === "other") return true;
  if (plan.levels === "secondary") return level === "middle" || level === "high";
  return level === plan.levels;
}

/** Notes that a school is asked, the first time. */
function ask(school: School): void {
  if (!school.asked) school.flows.invited += 1;
  school.asked = true;
}

/** Lets those that come join, as far as there are places: by lot where there are too few. */
function admit(district: District, month: Month, coming: readonly Coming[]): void {
  const left = Math.max(0, district.plan.places - district.placesTaken);
  const lots = coming.map((one, place) => {
    return { ...one, place, lot: uniform(decide(district, "places", month.t, one.school.id), 0) };
  });
  lots.sort((a, b) => (a.lot === b.lot ? a.place - b.place : a.lot - b.lot));
  for (const { school, mandated } of lots.slice(0, left)) {
    school.member = true;
    if (mandated) school.mandated = true;
    school.flows.joined += 1;
    district.placesTaken += 1;
  }
}

/** Computes the routes as they meet a school, their legitimacy, and its willingness. */
function weighEntry(district: District, school: School, month: Month): void {
  const { office, parameter: p } = district;
  const { at } = month;
  const total = at("entry.volunteers") + at("entry.mandate");
  const perceived = clamp(
    office.authority + office.diagnosisError * (1 - p("openness.assessment") * office.information),
    0,
    1,
  );
  const tau = at("entry.tailored");
  const asks = school.estimate >= 0.5 ? 1 : 0;
  school.volunteers = Math.min(
    1,
    (1 - tau) * at("entry.volunteers") + tau * total * (asks + (1 - asks) * (1 - perceived)),
  );
  school.mandate = Math.min(1, (1 - tau) * at("entry.mandate") + tau * total * (1 - asks) * perceived);
  const routes = school.volunteers + school.mandate + at("entry.cohorts");
  const route = routes > 0 ? school.mandate / routes : 0;
  school.legitimacy = clamp(
    0.75 +
      p("entry.community") * (office.community - 0.5) -
      p("entry.mismatch") * (1 - p("entry.fit") * tau) * Math.abs(route - office.authority),
    0.05,
    1,
  );
  school.willingness = logistic(
    p("entry.openness") * (school.openness - 0.5) -
      p("entry.risk") * school.risk +
      p("entry.vision") * office.vision +
      p("entry.legitimacy") * (school.legitimacy - 0.5),
  );
}

function considerLeaving(district: District, school: School, month: Month, members: number): void {
  const p = district.parameter;
  const logOdds =
    p("membership.drop") +
    p("membership.complexity") * month.complexity -
    p("membership.support") * school.support +
    (school.tenure < 12 ? p("membership.newPrincipal") : 0) +
    (school.memberMonths < 12 ? p("membership.firstYear") : 0) -
    p("membership.others") * log(members) -
    p("membership.fit") * (month.at("entry.tailored") * school.legitimacy);
  const chance = eased(partHazard(logistic(logOdds), 12), 1 / district.ease("drop"));
  if (school.founded) return;
  if (happensIn(month.step, decide(district, "membership-drop", month.t, school.id), chance)) {
    school.member = false;
    school.mandated = false;
    school.dropped = true;
    school.flows.dropped += 1;
  }
}

/** Returns the route by which a school comes, if it does. */
function considerJoining(district: District, school: School, month: Month): "call" | "mandate" | undefined {
  const { office, ease, parameter: p } = district;
  const volunteering = eased(p("entry.rate") * school.volunteers * school.willingness, ease("join"));
  const mandating = eased(p("entry.mandateRate") * school.mandate * office.authority * school.legitimacy, ease("join"));
  if (happensIn(month.step, decide(district, "volunteer", month.t, school.id), volunteering)) return "call";
  if (happensIn(month.step, decide(district, "mandate", month.t, school.id), mandating)) return "mandate";
  return undefined;
}

/** Invites a cohort in the months of a wave. */
function invite(district: District, month: Month): void {
  const { plan } = district;
  const { t, at } = month;
  const cohorts = at("entry.cohorts");
  if (!(at("wave") > 0) || !month.step.first) return;

  const eligible = openSchools(district).filter((school) => isEligible(district, school));
  const quota = Math.max(1, Math.floor(cohorts * eligible.length + 0.5));
  const q = at("vision.equityPriority");
  const orderOf = (school: School): number => {
    if (plan.cohortOrder === "openness") return school.estimate;
    if (plan.cohortOrder === "need") return school.poverty;
    return uniform(decide(district, "cohort-order", t, school.id), 0);
  };
  const candidates = eligible
    .filter((school) => !school.member && !school.dropped)
    .map((school, place) => ({ school, place, score: (1 - q) * orderOf(school) + q * school.poverty }));
  candidates.sort((a, b) => (a.score === b.score ? a.place - b.place : b.score - a.score));
  const coming: Coming[] = [];
  for (const { school } of candidates.slice(0, quota)) {
    ask(school);
    const chance = eased(school.willingness, district.ease("join"));
    if (happens(decide(district, "invitation", t, school.id), chance)) coming.push({ school, mandated: false });
  }
  admit(district, month, coming);
}
