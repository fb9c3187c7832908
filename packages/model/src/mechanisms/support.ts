import type { World } from "../evidence/parameter.ts";
import { clamp, exp, log } from "../numerics/math.ts";
import type { DistrictState, OfficeState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";

/** Holds the numbers of support: dose, and the levels that must work together. */
export interface SupportConstants {
  readonly halfHours: number;
  readonly steepness: number;
  readonly base: number;
  readonly capacity: number;
  readonly floor: number;
  readonly rho: number;
  readonly time: number;
  readonly timePressure: number;
  readonly timeGain: number;
  readonly designTime: number;
  readonly office: number;
  readonly waiver: number;
  readonly timeReference: number;
  readonly principalReference: number;
  readonly officeReference: number;
}

/** Reads the numbers of support from a world. */
export function supportConstants(world: World): SupportConstants {
  const p = (name: string): number => world[name]!;
  return {
    halfHours: p("support.halfHours"),
    steepness: p("support.steepness"),
    base: p("support.base"),
    capacity: p("support.capacity"),
    floor: p("support.floor"),
    rho: p("support.rho"),
    time: p("support.time"),
    timePressure: p("support.timePressure"),
    timeGain: p("support.timeGain"),
    designTime: p("support.designTime"),
    office: p("support.office"),
    waiver: p("design.waiver"),
    timeReference: p("support.time") - p("support.timePressure") * p("risk.pressure"),
    principalReference: principalReference(world),
    officeReference: p("office.commitment") * p("support.office"),
  };
}

/** Returns the leadership of a typical principal in `world`, against which principals are measured. */
export function principalReference(world: World): number {
  return world["principal.support"]! * (0.5 + 0.5 * world["principal.knowledge"]!);
}

/** Returns the effect of `hours` of coaching a teacher-month, 0 … 1: hⁿ/(h0ⁿ + hⁿ), n = 1, 2 or 3. */
export function doseOf(hours: number, halfHours: number, steepness: number): number {
  const x = hours / halfHours;
  const xn = steepness < 1.5 ? x : steepness < 2.5 ? x * x : x * x * x;
  return xn / (1 + xn);
}

/**
 * Joins three levels, each positive and 1 at reference, with substitution ρ: 1 the mean, 0 the product, −2 near the least.
 * `logC` is the logarithm of the third, where it is known.
 */
export function joinLevels(a: number, b: number, c: number, rho: number, logC: number = log(c)): number {
  if (rho > 0.5) return (a + b + c) / 3;
  if (rho > -1) return exp((log(a) + log(b) + logC) / 3);
  return Math.sqrt(3 / (1 / (a * a) + 1 / (b * b) + 1 / (c * c)));
}

/** Holds what all schools of a district have in common in how their support moves in a month. */
export interface SupportMonth {
  /** Quality of coaching, 0 … 1. */
  quality: number;
  /** How far a redesign may go. */
  waiver: number;
  /** Time bought for members. */
  timeBought: number;
  /** The office's level for other schools and for members, and their logarithms. */
  others: number;
  members: number;
  logOthers: number;
  logMembers: number;
}

/** Returns the level of an office for schools that are in the programme (1) or not (0), 0.1 … 4, 1 at reference. */
function officeLevel(office: OfficeState, c: SupportConstants, at: Month, inProgramme: 0 | 1): number {
  return clamp((office.commitment * (c.office + (1 - c.office) * at.office * inProgramme)) / c.officeReference, 0.1, 4);
}

/** Sets what all schools have in common, `quality` being that of coaching. */
export function setSupportMonth(
  month: SupportMonth,
  office: OfficeState,
  c: SupportConstants,
  at: Month,
  quality: number,
): void {
  month.quality = quality;
  month.waiver = c.waiver + (1 - c.waiver) * at.waivers * office.community;
  month.timeBought = c.timeGain * at.time;
  month.others = officeLevel(office, c, at, 0);
  month.members = officeLevel(office, c, at, 1);
  month.logOthers = log(month.others);
  month.logMembers = log(month.members);
}

/**
 * Sets each school's support: dose times quality on a base, through time, principal and office together. wasm/schools.c
 * does the same.
 */
export function moveSupport({ school }: DistrictState, c: SupportConstants, at: Month, month: SupportMonth): void {
  const { quality, waiver, timeBought, others, members, logOthers, logMembers } = month;
  const { open, member, memberMonths, hours, pressure, principal, capacity } = school;
  const { designTime, designTeams, contact, reliance, support } = school;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const inside = member[s] === 1;
    const months = inside ? memberMonths[s]! + 1 : 0;
    memberMonths[s] = months;
    const built = Math.min(1, months / 12) * waiver;
    const redesigned = at.designTime * built;
    designTime[s] = redesigned;
    designTeams[s] = at.designTeams * built;
    const coached = doseOf(hours[s]!, c.halfHours, c.steepness) * quality;
    contact[s] = coached;
    reliance[s] = reliance[s]! + 0.1 * (coached - reliance[s]!);
    const time = clamp(
      c.time - c.timePressure * pressure[s]! + timeBought * member[s]! + c.designTime * redesigned,
      0.05,
      1,
    );
    const joint = joinLevels(
      clamp(time / c.timeReference, 0.1, 4),
      clamp(principal[s]! / c.principalReference, 0.1, 4),
      inside ? members : others,
      c.rho,
      inside ? logMembers : logOthers,
    );
    support[s] = (coached + c.base + c.capacity * capacity[s]!) * (c.floor + (1 - c.floor) * joint);
  }
}
