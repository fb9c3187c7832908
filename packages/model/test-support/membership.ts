import { clamp, log, logistic, partHazard } from "../src/numerics/math.ts";
import { uniform } from "../src/numerics/random.ts";
import { decide, happens, happensIn } from "./decisions.ts";
import { type District, type Month, openSchools, type School } from "./state.ts";

/** Carries out step 2b: who leaves the programme and who joins it. */
export function stepMembership(district: District, month: Month): void {
  const open = openSchools(district);
  const members = open.filter((school) => school.member).length;
  for (const school of open) {
    weighEntry(district, school, month);
    school.dropped = false;
    if (school.member) considerLeaving(district, school, month, members);
    else if (month.at("launch") > 0) considerJoining(district, school, month);
  }
  invite(district, month);
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
    0.75 + p("entry.community") * (office.community - 0.5) - p("entry.mismatch") * Math.abs(route - office.authority),
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
    p("membership.others") * log(members);
  const chance = partHazard(logistic(logOdds), 12);
  if (happensIn(month.step, decide(district, "membership-drop", month.t, school.id), chance)) {
    school.member = false;
    school.mandated = false;
    school.dropped = true;
  }
}

function considerJoining(district: District, school: School, month: Month): void {
  const { office, parameter: p } = district;
  const volunteering = p("entry.rate") * school.volunteers * school.willingness;
  const mandating = p("entry.mandateRate") * school.mandate * office.authority * school.legitimacy;
  if (happensIn(month.step, decide(district, "volunteer", month.t, school.id), volunteering)) {
    school.member = true;
  } else if (happensIn(month.step, decide(district, "mandate", month.t, school.id), mandating)) {
    school.member = true;
    school.mandated = true;
  }
}

/** Invites a cohort in the months of a wave. */
function invite(district: District, month: Month): void {
  const { plan } = district;
  const { t, at } = month;
  const cohorts = at("entry.cohorts");
  if (!(at("wave") > 0) || !month.step.first) return;

  const open = openSchools(district);
  const quota = Math.max(1, Math.floor(cohorts * open.length + 0.5));
  const q = at("vision.equityPriority");
  const orderOf = (school: School): number => {
    if (plan.cohortOrder === "openness") return school.estimate;
    if (plan.cohortOrder === "need") return school.poverty;
    return uniform(decide(district, "cohort-order", t, school.id), 0);
  };
  const candidates = open
    .filter((school) => !school.member && !school.dropped)
    .map((school, place) => ({ school, place, score: (1 - q) * orderOf(school) + q * school.poverty }));
  candidates.sort((a, b) => (a.score === b.score ? a.place - b.place : b.score - a.score));
  for (const { school } of candidates.slice(0, quota)) {
    if (happens(decide(district, "invitation", t, school.id), school.willingness)) school.member = true;
  }
}
