import type { World } from "../evidence/parameter.ts";
import { unit } from "../numerics/math.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";

/** Holds the numbers of the coach pool. */
export interface CoachingConstants {
  readonly hiring: number;
  readonly hours: number;
  readonly timeShare: number;
  readonly received: number;
  readonly vacancy: number;
  readonly releaseAfter: number;
  readonly quality: number;
  readonly scale: number;
  readonly scaleTeachers: number;
  readonly restored: number;
  readonly reallocation: number;
}

/** Reads the numbers of the coach pool from a world. */
export function coachingConstants(world: World): CoachingConstants {
  const p = (name: string): number => world[name]!;
  return {
    hiring: p("support.hiring"),
    hours: p("support.hours"),
    timeShare: p("support.timeShare"),
    received: p("support.received"),
    vacancy: p("support.vacancy"),
    releaseAfter: p("support.releaseAfter"),
    quality: p("support.quality"),
    scale: p("support.scale"),
    scaleTeachers: p("support.scaleTeachers"),
    restored: p("support.coaches"),
    reallocation: p("improvement.allocation"),
  };
}

/**
 * Hires coaches toward the number the member schools call for, beyond those that the district has of its own (posts
 * that end, end at once), and shares their hours out. Hours that growing capacity releases go back to the pool, but not
 * before a school has been in the programme for `support.releaseAfter` months. Returns the quality of coaching, 0 … 1,
 * which falls with scale.
 */
export function shareCoaching(
  state: DistrictState,
  c: CoachingConstants,
  at: Month,
  allocation: "equal" | "need" | "openness",
): number {
  const { office, meanPoverty } = state;
  const { open, member, memberMonths, teachers, poverty, estimate, capacity, reported, weight, hours } = state.school;
  let memberTeachers = 0;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 1 && member[s] === 1) memberTeachers += teachers[s]!;
  }
  const target = at.density * memberTeachers;
  const held = Math.max(office.coaches, office.ownCoaches);
  office.coaches = target <= held ? target : held + (target - held) / c.hiring;
  const pool = office.coaches * c.hours * c.timeShare * c.received * (1 - c.vacancy) * (1 - at.coachingShock);

  const equity = 2 * at.equityPriority;
  const reallocation = c.reallocation * at.cycle;
  let sum = 0;
  for (let s = 0; s < open.length; s++) {
    weight[s] = 0;
    if (open[s] === 0 || member[s] === 0) continue;
    const rule = allocation === "equal" ? 1 : 0.5 + (allocation === "need" ? poverty[s]! : estimate[s]!);
    const release = memberMonths[s]! < c.releaseAfter ? 0 : at.release;
    const claim =
      teachers[s]! *
      Math.max(0.05, 1 + equity * (poverty[s]! - meanPoverty)) *
      rule *
      (1 - release * capacity[s]!) *
      Math.max(0.1, 1 + reallocation * (office.meanReported - reported[s]!));
    weight[s] = claim;
    sum += claim;
  }
  for (let s = 0; s < open.length; s++) {
    hours[s] = weight[s]! > 0 && sum > 0 ? (pool * weight[s]!) / sum / teachers[s]! : 0;
  }
  const fall = (1 - c.scale) * (memberTeachers / (memberTeachers + c.scaleTeachers)) * (1 - c.restored * at.coaches);
  return unit(c.quality * (1 - fall) * (1 + office.qualityGain));
}
