import { column } from "../ensemble/series.ts";
import { seriesOf } from "../ensemble/summarise.ts";
import { type ChanceLevel, levelWithChance } from "../statistics/level-with-chance.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import type { TargetOptions, TargetRuns } from "./target.ts";
import { targetSeries } from "./target-series.ts";

/** Chances for which the level reached is told: one half, and four fifths. */
export const levelChances = [0.5, 0.8] as const;

/**
 * Computes which level what the target is of (adoption, for teachers) comes to at the target's index with a chance of one
 * half and of four fifths, each with its 95% interval; none beyond the horizon.
 */
export function targetLevels(ensemble: TargetRuns, options: TargetOptions = {}): ChanceLevel[] {
  const { month, of } = { ...ensemble.scenario.target, ...options };
  if (month > ensemble.horizon) return [];
  const values = column(seriesOf(ensemble, targetSeries(of)), month);
  return levelChances.map((chance) => levelWithChance(values, chance, unitsOf(ensemble.worlds)));
}
