import { clamp, exp, log, odds, unit } from "../src/numerics/math.ts";
import { eased } from "./ease.ts";
import { directionOf } from "./leadership.ts";
import { type District, type Month, openSchools, type School } from "./state.ts";

/** Carries out step 2d: support, and what the teachers of each open school meet this month. */
export function stepSupport(district: District, month: Month): void {
  for (const school of openSchools(district)) setConditions(district, school, month);
}

function setConditions(district: District, school: School, month: Month): void {
  const { office, references, ease, parameter: p } = district;
  const { at, summer, june, july, elsewhere } = month;
  const member = school.member ? 1 : 0;
  const base = p("support.base");

  const waiver = p("design.waiver") + (1 - p("design.waiver")) * at("partnership.waivers") * office.community;
  school.memberMonths = school.member ? school.memberMonths + month.step.months : 0;
  const built = Math.min(1, school.memberMonths / 12) * waiver;
  const designTime = at("design.time") * built;
  const designTeams = at("design.teams") * built;
  const design = (designTime + designTeams) / 2;

  const levels = levelsOf(district, school, month, member, designTime);
  school.contact = doseOf(school.hours / p("support.halfHours"), p("support.steepness")) * office.quality;
  school.reliance += month.step.part(0.1) * (school.contact - school.reliance);
  const lost = Math.max(0, school.reliance - school.contact);
  school.support =
    (school.contact + base + p("support.capacity") * school.capacity) *
    (p("support.floor") + (1 - p("support.floor")) * levels);

  const force = school.member && school.mandated ? school.mandate : 0;
  const decided = school.member && !school.founded ? at("entry.decided") : 0;
  const mandateNow = Math.max(force, decided);
  const beginning = Math.min(0.999, beginningOf(district, school, force, decided));
  const compliance = summer ? 0 : ease("try") * (beginning / (1 - beginning));

  let keep = 1;
  if (!summer) {
    keep =
      (1 - p("awareness.messages")) * (1 - p("awareness.vision") * Math.max(0, office.vision - office.visionStart));
    if (school.member && school.founded) {
      keep = 0;
    } else if (school.member) {
      keep =
        keep *
        (1 - p("awareness.repository") * at("learning.repository")) *
        (1 - p("awareness.mandate") * mandateNow) *
        (1 - p("awareness.visits") * at("learning.visits") * at("learning.interDistrict") * elsewhere);
    }
  } else if (june && school.member) {
    keep = 1 - Math.min(1, p("awareness.institutes") * at("learning.institutes"));
  }

  const direction = directionOf(office);
  const tryOdds = summer
    ? 0
    : ease("try") *
      office.attention *
      (1 + p("trying.coaching") * school.contact) *
      odds(
        p("trying.intercept") +
          p("trying.appeal") * p("practice.appeal") +
          school.norm +
          p("trying.support") * (school.support - base) +
          p("trying.vision") * (office.vision * direction - references.vision) -
          p("trying.risk") * (school.risk - references.risk) +
          p("trying.norms") * office.information +
          member *
            (p("trying.confidence") * at("guidance.prescription") +
              p("trying.autonomy") * 2 * (at("guidance.choice") - 0.5)) +
          member * p("peers.interDistrict") * at("learning.visits") * at("learning.interDistrict") * elsewhere,
      );

  let g0 =
    p("depth.practice") +
    member * (p("depth.repository") * at("learning.repository") + p("depth.visits") * at("learning.visits"));
  let g1 = p("depth.support") * school.support;
  let g2 = p("depth.peers") * (1 + p("depth.teams") * designTeams);
  if (summer) {
    g0 = july ? 0 : member * p("depth.institutes") * at("learning.institutes");
    g1 = 0;
    g2 = 0;
  }

  const prerequisite = district.plan.scenario.switches.designPrerequisite;
  const cap = (0.5 + 0.5 * month.scope) * (prerequisite ? 0.6 + p("depth.design") * design : 1);
  const choice = school.member ? at("guidance.choice") : 0.5;
  const prescription = school.member ? at("guidance.prescription") : 0;

  const lapseOdds = summer
    ? 0
    : ((1 + p("lapsing.withdrawal") * lost) / ease("lapse")) *
      odds(
        p("lapsing.intercept") +
          p("lapsing.complexity") * (month.complexity - 0.7) -
          p("lapsing.support") * (school.support - base) +
          p("lapsing.risk") * (school.risk - references.risk) +
          p("lapsing.prescription") * at("guidance.prescription") * member,
      );

  school.conditions = {
    keep,
    tryOdds,
    compliance,
    lapseOdds,
    compliantLapse: odds(p("lapsing.compliant") * (1 - mandateNow)),
    tryingLapse:
      ((ease("lapse") / ease("give-up")) *
        odds(p("lapsing.trying") - member * p("lapsing.confidence") * at("guidance.prescription"))) /
      (1 + p("lapsing.coaching") * school.contact),
    g0,
    g1,
    g2,
    novice: p("depth.prescription") * at("guidance.prescription") * member,
    spread: p("depth.choice") * 2 * Math.max(0, at("guidance.choice") - 0.5) * member,
    capUnits: Math.floor(cap * 65535 + 0.5),
    ownAt: Math.floor(0.7 * cap * 65535 + 0.5),
    ownRate: summer
      ? 0
      : eased(
          unit(
            p("owning.rate") *
              (1 + p("owning.choice") * (choice - 0.5)) *
              (1 - p("owning.prescription") * prescription),
          ),
          ease("own"),
        ),
    visibility: Math.min(3, Math.floor(4 * school.principal * p("practice.visibility"))),
    visits: Math.min(1, at("learning.visits") * p("peers.visits") + at("entry.cohorts") * p("peers.cohorts")) * member,
  };
}

/** Returns the chance of beginning because the school was founded for it, because one must, or because it is decided. */
function beginningOf(district: District, school: School, force: number, decided: number): number {
  const p = district.parameter;
  if (school.founded) return (school.member ? 1 : 0) * p("entry.founded");
  const complying = p("entry.compliance") * force * school.legitimacy;
  return decided > 0 ? 1 - (1 - complying) * (1 - p("entry.decision") * decided) : complying;
}

/** Turns hours over the hours of a half dose into a dose. */
function doseOf(x: number, steepness: number): number {
  let xn = x;
  if (steepness === 2) xn = x * x;
  if (steepness === 3) xn = x * x * x;
  return xn / (1 + xn);
}

/** Joins time, leadership and office, each over its reference, to one level. */
function levelsOf(district: District, school: School, month: Month, member: number, designTime: number): number {
  const { office, references, parameter: p } = district;
  const { at } = month;
  const time = clamp(
    p("support.time") -
      p("support.timePressure") * school.pressure +
      p("support.timeGain") * at("investment.time") * member +
      p("support.designTime") * designTime,
    0.05,
    1,
  );
  const backing =
    office.commitment * (p("support.office") + (1 - p("support.office")) * at("investment.office") * member);
  const a = clamp(time / references.time, 0.1, 4);
  const b = clamp(school.principal / references.principal, 0.1, 4);
  const c = clamp(backing / references.office, 0.1, 4);
  switch (p("support.rho")) {
    case 1:
      return (a + b + c) / 3;
    case 0:
      return exp((log(a) + log(b) + log(c)) / 3);
    case -2:
      return Math.sqrt(3 / (1 / (a * a) + 1 / (b * b) + 1 / (c * c)));
    default:
      throw new Error(`support.rho is ${p("support.rho")}; docs/model.md knows 1, 0 and −2`);
  }
}
