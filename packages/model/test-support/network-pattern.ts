import type { NetworkStatistics } from "../src/district/network-statistics.ts";

/** Holds what pattern P9 asks of advice networks, over several schools. */
export interface NetworkPattern {
  readonly outDegree: number;
  readonly reciprocity: number;
  readonly clustering: number;
  readonly sameTeamOdds: number;
  /** How often the most asked teacher of a school is asked, over the mean. */
  readonly mostAsked: number;
}

/** Averages over the schools in which a statistic is known. */
function mean(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Summarises schools: odds pooled by Mantel and Haenszel, the others averaged. */
export function networkPattern(schools: readonly NetworkStatistics[]): NetworkPattern {
  let same = 0;
  let other = 0;
  for (const s of schools) {
    const pairs = s.sameTeamPairs + s.otherPairs;
    same += (s.sameTeamTies * (s.otherPairs - s.otherTies)) / pairs;
    other += ((s.sameTeamPairs - s.sameTeamTies) * s.otherTies) / pairs;
  }
  return {
    outDegree: schools.reduce((sum, s) => sum + s.ties, 0) / schools.reduce((sum, s) => sum + s.teachers, 0),
    reciprocity: mean(schools.map((s) => s.reciprocity)),
    clustering: mean(schools.map((s) => s.clustering)),
    sameTeamOdds: same / other,
    mostAsked: mean(schools.map((s) => (s.ties === 0 ? null : s.maxInDegree / s.outDegree))),
  };
}
