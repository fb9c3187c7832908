import { unit } from "../src/numerics/math.ts";
import { type District, type Month, openSchools, type School } from "./state.ts";

/** Carries out step 2c: the coaches, their hours in each school, and their quality. */
export function stepCoaching(district: District, month: Month): void {
  const { office, parameter: p } = district;
  const { at, shock, step } = month;
  const open = openSchools(district);
  let memberTeachers = 0;
  for (const school of open) if (school.member) memberTeachers += school.n;

  const target = at("coaching.density") * memberTeachers;
  const hiring = step.months === 1 ? p("support.hiring") : 1 / step.part(1 / p("support.hiring"));
  const held = Math.max(office.coaches, district.part.district.own?.coaches ?? 0);
  office.coaches = target <= held ? target : held + (target - held) / hiring;
  const hours =
    office.coaches *
    p("support.hours") *
    p("support.timeShare") *
    p("support.received") *
    (1 - p("support.vacancy")) *
    (1 - shock("coaching"));

  let total = 0;
  for (const school of open) if (school.member) total += weightOf(district, school, month);
  for (const school of open) {
    school.hours = school.member && total !== 0 ? (hours * weightOf(district, school, month)) / total / school.n : 0;
  }

  const fall =
    (1 - p("support.scale")) *
    (memberTeachers / (memberTeachers + p("support.scaleTeachers"))) *
    (1 - p("support.coaches") * at("investment.coaches"));
  office.quality = unit(p("support.quality") * (1 - fall) * (1 + office.qualityGain));
}

/** Computes a member school's claim on coach hours. */
function weightOf(district: District, school: School, month: Month): number {
  const { office, plan, parameter: p } = district;
  const { at } = month;
  let a = 1;
  if (plan.allocation === "need") a = 0.5 + school.poverty;
  if (plan.allocation === "openness") a = 0.5 + school.estimate;
  const r = school.memberMonths < p("support.releaseAfter") ? 0 : at("coaching.release");
  return (
    school.n *
    Math.max(0.05, 1 + 2 * at("vision.equityPriority") * (school.poverty - district.meanPoverty)) *
    a *
    (1 - r * school.capacity) *
    Math.max(0.1, 1 + p("improvement.allocation") * at("improvement.cycle") * (office.meanReported - school.reported))
  );
}
