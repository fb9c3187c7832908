import { districtKey, type NetworkStatistics, networkStatistics, populate } from "@uptake/model";
import { schoolsOf } from "./made-up-district.ts";
import type { WorldPattern } from "./pattern.ts";

const small = { ...schoolsOf(8, 16, [0.5]), id: "small-schools" };
const large = { ...schoolsOf(3, 64, [0.5]), id: "large-schools" };
const replicates = 8;

/** Averages over the schools in which a statistic is known. */
function average(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Pools the odds of asking a colleague of the same team against another over schools, by Mantel and Haenszel. */
function sameTeamOdds(schools: readonly NetworkStatistics[]): number {
  let same = 0;
  let other = 0;
  for (const s of schools) {
    const pairs = s.sameTeamPairs + s.otherPairs;
    same += (s.sameTeamTies * (s.otherPairs - s.otherTies)) / pairs;
    other += ((s.sameTeamPairs - s.sameTeamTies) * s.otherTies) / pairs;
  }
  return same / other;
}

/** P9: teachers ask a few colleagues, whatever the school's size; ties are returned, closed, within teams, and uneven. */
export const adviceNetworks: WorldPattern = {
  id: "P9",
  doc: "Teachers ask two to five colleagues for advice whatever the school's size, often of their team, and a few are asked by many",
  source: "Ten schools' advice networks (Pitts and Spillane 2009): ranges over the schools",
  statistics: {
    askedSmall: { doc: "Colleagues asked in schools of 16 teachers", unit: "ties a teacher", bounds: [2, 5] },
    askedLarge: { doc: "Colleagues asked in schools of 64 teachers", unit: "ties a teacher", bounds: [2, 5] },
    reciprocity: { doc: "Share of ties that are returned", unit: "share", bounds: [0.1, 0.6] },
    clustering: { doc: "Share of pairs of one's contacts in contact", unit: "share", bounds: [0.2, 0.6] },
    sameTeamOdds: {
      doc: "Odds of asking a colleague of the same team against another",
      unit: "ratio",
      bounds: [2, 4.5],
    },
    mostAsked: {
      doc: "Askers of a school's most asked teacher over the mean",
      unit: "ratio",
      bounds: [2, 100],
    },
  },
  async measure(world, seed) {
    const [few, many] = [small, large].map((district) =>
      Array.from({ length: replicates }, (_, replicate) => {
        const key = districtKey(seed, replicate, district.id);
        const population = populate(district, world, key, { everyoneAware: false });
        return district.schools.map((_, s) => networkStatistics(population, s));
      }).flat(),
    ) as [NetworkStatistics[], NetworkStatistics[]];
    const all = [...few, ...many];
    return {
      askedSmall: average(few.map((s) => s.outDegree)),
      askedLarge: average(many.map((s) => s.outDegree)),
      reciprocity: average(all.map((s) => s.reciprocity)),
      clustering: average(all.map((s) => s.clustering)),
      sameTeamOdds: sameTeamOdds(all),
      mostAsked: average(all.map((s) => (s.ties === 0 ? null : s.maxInDegree / s.outDegree))),
    };
  },
};
