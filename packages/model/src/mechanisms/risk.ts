import type { World } from "../evidence/parameter.ts";
import { clamp } from "../numerics/math.ts";
import type { DistrictState, OfficeState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";

/** Holds the numbers of direction, conflict and risk. */
export interface RiskConstants {
  readonly conflict: number;
  readonly resultsWeight: number;
  readonly distrust: number;
  readonly assessment: number;
  readonly candour: number;
}

/** Reads the numbers of risk and openness from a world. */
export function riskConstants(world: World): RiskConstants {
  return {
    conflict: world["risk.conflict"]!,
    resultsWeight: world["results.weight"]!,
    distrust: world["openness.distrust"]!,
    assessment: world["openness.assessment"]!,
    candour: world["openness.candour"]!,
  };
}

/** Returns the mean of the signals that say what to do: curriculum, materials, coaching, leadership. */
export function directionOf(office: OfficeState): number {
  const s = office.signals;
  return (s[0]! + s[1]! + s[4]! + s[5]!) / 4;
}

/** Returns the standard deviation of the six signals: the conflict between departments. */
export function spreadOf(office: OfficeState): number {
  const s = office.signals;
  let sum = 0;
  for (let k = 0; k < 6; k++) sum += s[k]!;
  const mean = sum / 6;
  let squares = 0;
  for (let k = 0; k < 6; k++) squares += (s[k]! - mean) * (s[k]! - mean);
  return Math.sqrt(squares / 6);
}

/**
 * Sets each school's pressure and risk, the fear of being judged a bad teacher: aligned measures remove it at the root,
 * protection shields it, conflict between signals and with the principal adds to it. Sets its openness, true and as
 * the office believes.
 */
export function moveRisk(state: DistrictState, c: RiskConstants, at: Month): void {
  const { office } = state;
  const { open, principal, results, climate, pressureBase, pressure, risk } = state.school;
  const { distrust, opennessBase, opennessError, openness, estimate } = state.school;
  const direction = directionOf(office);
  const spread = spreadOf(office);
  const misaligned = (1 - (office.signals[2]! + office.signals[3]!) / 2) / 2;
  const unaddressed = c.distrust * at.effort * (1 - Math.max(at.protection, at.coDesign));
  const candour = c.candour * office.information;
  const unknown = 1 - c.assessment * office.information;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const published = c.resultsWeight * results[s]!;
    const led = principal[s]!;
    const accountable = clamp(pressureBase[s]! + at.pressureShock - published, 0, 1);
    const conflict = spread + Math.abs(direction - (2 * led - 1)) / 2;
    pressure[s] = accountable;
    risk[s] = accountable * (misaligned * (1 - at.protection * led) + c.conflict * conflict);
    const suspicion = distrust[s]! * 0.92 + (climate[s]! < -0.5 ? unaddressed : 0);
    distrust[s] = suspicion;
    const candid = clamp(opennessBase[s]! + published + candour - suspicion, 0, 1);
    openness[s] = candid;
    estimate[s] = clamp(candid + opennessError[s]! * unknown, 0, 1);
  }
}
