import { clamp } from "../src/numerics/math.ts";
import { bell } from "../src/numerics/random.ts";
import { decide, happens } from "./decisions.ts";
import { type District, type Month, type Office, openSchools, type School } from "./state.ts";

/** Returns the direction the office points in: the mean signal of curriculum, materials, coaching and leadership. */
export function directionOf(office: Office): number {
  const s = office.signals;
  return (s[0]! + s[1]! + s[4]! + s[5]!) / 4;
}

/** Returns how far the six signals are spread. */
function spreadOf(office: Office): number {
  let sum = 0;
  for (const signal of office.signals) sum += signal;
  const mean = sum / 6;
  let squares = 0;
  for (const signal of office.signals) squares += (signal - mean) * (signal - mean);
  return Math.sqrt(squares / 6);
}

/** Carries out step 2a: leadership and risk in each open school. */
export function stepLeadership(district: District, month: Month): void {
  const { office, parameter: p } = district;
  const { at, shock, step } = month;
  const direction = directionOf(office);
  const spread = spreadOf(office);
  for (const school of openSchools(district)) {
    if (step.first && happens(decide(district, "principal-shock", month.t, school.id), shock("principalExit"))) {
      appointOrdinaryPrincipal(district, school, month.t);
    }

    school.dip = school.dip * step.kept(0.9258747122872905);
    school.tenure += step.months;
    if (school.member) {
      school.knowledge += step.part(p("principal.preparation") * at("leadership.preparation")) * (1 - school.knowledge);
      school.principalSupport +=
        step.part(p("principal.development") * at("investment.principals")) * (1 - school.principalSupport);
    }
    school.principal = school.principalSupport * (0.5 + 0.5 * school.knowledge) * (1 - school.dip);

    school.pressure = clamp(school.pressureBase + shock("pressure") - p("results.weight") * school.results, 0, 1);

    const conflict = spread + Math.abs(direction - (2 * school.principal - 1)) / 2;
    const exposed = (1 - (office.signals[2]! + office.signals[3]!) / 2) / 2;
    school.risk =
      school.pressure * (exposed * (1 - at("vision.protection") * school.principal) + p("risk.conflict") * conflict);

    const raised =
      school.climate < -0.5
        ? p("openness.distrust") *
          at("assessment.effort") *
          (1 - Math.max(at("vision.protection"), at("partnership.coDesign")))
        : 0;
    school.distrust = school.distrust * step.kept(0.92) + step.added(raised, 0.92);
    school.openness = clamp(
      school.opennessBase +
        p("results.weight") * school.results +
        p("openness.candour") * office.information -
        school.distrust,
      0,
      1,
    );
    school.estimate = clamp(
      school.openness + school.opennessError * (1 - p("openness.assessment") * office.information),
      0,
      1,
    );
  }
}

/** Appoints a principal from outside the programme. */
export function appointOrdinaryPrincipal(district: District, school: School, t: number): void {
  const p = district.parameter;
  const successor = decide(district, "principal-successor", t, school.id);
  const c = p("principal.climate");
  school.principalSupport = clamp(
    p("principal.support") +
      p("principal.supportSd") * (c * school.climate + Math.sqrt(1 - c * c) * bell(successor, 0)),
    0,
    1,
  );
  school.knowledge = clamp(p("principal.knowledge") + p("principal.knowledgeSd") * bell(successor, 1), 0, 1);
  school.dip = school.dipNew;
  school.tenure = 0;
}
