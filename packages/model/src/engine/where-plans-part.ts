import { sameData } from "../same-data.ts";
import { assumedParameters } from "../scenario/assumed-parameters.ts";
import type { DistrictPlan, Plan } from "../scenario/plan.ts";
import { type Month, monthsOf } from "../state/month.ts";
import { areCoupled } from "./coupled.ts";

/**
 * Tells whether the runs of two plans are the same on the first day, in every replicate, and may stay so for months: they
 * have the same worlds, districts, rules and horizon, and what they differ in they do month by month.
 */
export function startAlike(a: Plan, b: Plan): boolean {
  if (a === b) return true;
  const { scenario: one } = a;
  const { scenario: other } = b;
  return (
    one.horizon === other.horizon &&
    one.survey === other.survey &&
    a.opens === b.opens &&
    a.leadYear === b.leadYear &&
    // Founded schools are members without a way in: see `enters`.
    (a.opens < 0 || sameWay(a, b)) &&
    a.districts.length === b.districts.length &&
    a.districts.every((district, d) => sameDistrict(district, b.districts[d] as DistrictPlan)) &&
    areCoupled(a) === areCoupled(b) &&
    sameData(one.switches, other.switches) &&
    sameData(one.ease, other.ease) &&
    sameData(assumedParameters(one), assumedParameters(other))
  );
}

/** Returns how many steps the run of a plan has; see {@link RunUnderWay}. */
export function stepsOf(plan: Plan): number {
  const { horizon } = plan.scenario;
  return areCoupled(plan) ? horizon : horizon * plan.districts.length;
}

/** Returns the first step from `from` on that two plans which start alike make otherwise; the number of steps where none is. */
export function whereTheyPart(a: Plan, b: Plan, from: number): number {
  const steps = stepsOf(a);
  if (a === b) return steps;
  const { horizon } = a.scenario;
  if (steps === horizon) return Math.min(...a.districts.map((_, d) => monthsAlike(a, b, d, from)));
  for (let step = from; step < steps; ) {
    const d = Math.floor(step / horizon);
    const t = monthsAlike(a, b, d, step - d * horizon);
    step = d * horizon + t;
    if (t < horizon) return step;
  }
  return steps;
}

/** Returns the first month from `from` on in which district `d` of two plans fares otherwise; the horizon where none is. */
function monthsAlike(a: Plan, b: Plan, d: number, from: number): number {
  const { horizon } = a.scenario;
  const one = monthsOf(a.districts[d] as DistrictPlan, horizon);
  const other = monthsOf(b.districts[d] as DistrictPlan, horizon);
  const way = sameWay(a, b);
  for (let t = from; t < horizon; t++) {
    const at = one[t] as Month;
    if (!sameMonth(at, other[t] as Month) || (!way && enters(at))) return t;
  }
  return horizon;
}

function sameDistrict(a: DistrictPlan, b: DistrictPlan): boolean {
  return sameData(a.district, b.district) && sameData(a.founded, b.founded);
}

/** Tells whether schools come in alike, and coaches go to them alike. */
function sameWay(a: Plan, b: Plan): boolean {
  return (
    a.cohortOrder === b.cohortOrder && a.allocation === b.allocation && a.levels === b.levels && a.places === b.places
  );
}

/** Tells whether schools may come in in a month: before the first such month there are no members but founded schools. */
function enters({ volunteers, mandate, cohorts }: Month): boolean {
  return volunteers > 0 || mandate > 0 || cohorts > 0;
}

/** Tells whether two months are the same to the bit. */
function sameMonth(a: Month, b: Month): boolean {
  if (a === b) return true;
  for (const name in a) {
    const key = name as keyof Month;
    if (!Object.is(a[key], b[key]) && !sameData(a[key], b[key])) return false;
  }
  return true;
}
