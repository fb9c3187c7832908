import type { Population } from "./population.ts";

/** Describes the advice ties inside one school. */
export interface NetworkStatistics {
  /** Teachers of the school. */
  readonly teachers: number;
  /** Ties whose two ends are in the school. */
  readonly ties: number;
  /** Ties inside the school per teacher. */
  readonly outDegree: number;
  /** Share of the ties that are returned; null without ties. */
  readonly reciprocity: number | null;
  /** Share of pairs of one's contacts (asked or asking) who are in contact themselves; null without such pairs. */
  readonly clustering: number | null;
  /** Odds that a teacher asks a given colleague of the same team, over the odds for another; null when undefined. */
  readonly sameTeamOdds: number | null;
  /** Most teachers of the school who ask the same one. */
  readonly maxInDegree: number;
  /** Ties and ordered pairs within and between teams, for pooling odds over schools. */
  readonly sameTeamTies: number;
  /** Ordered pairs of two teachers of one team. */
  readonly sameTeamPairs: number;
  /** Ties inside the school between teams. */
  readonly otherTies: number;
  /** Ordered pairs of two teachers of different teams. */
  readonly otherPairs: number;
}

/**
 * Computes the statistics of the advice ties inside school number `school` (from 0). Clustering is the transitivity of
 * the network with directions dropped: three times the triangles over the connected triples.
 */
export function networkStatistics(
  population: Pick<Population, "schoolStart" | "team" | "tieStart" | "ties">,
  school: number,
): NetworkStatistics {
  const { schoolStart, team, tieStart, ties } = population;
  const start = schoolStart[school]!;
  const size = schoolStart[school + 1]! - start;
  const asked: Set<number>[] = [];
  const contacts: Set<number>[] = Array.from({ length: size }, () => new Set());
  const asking = new Int32Array(size);
  const teamSizes = new Map<number, number>();
  let inside = 0;
  let sameTeamTies = 0;
  for (let i = 0; i < size; i++) {
    const targets = new Set<number>();
    teamSizes.set(team[start + i]!, (teamSizes.get(team[start + i]!) ?? 0) + 1);
    for (let k = tieStart[start + i]!; k < tieStart[start + i + 1]!; k++) {
      const j = ties[k]! - start;
      if (j < 0 || j >= size) continue;
      targets.add(j);
      contacts[i]!.add(j);
      contacts[j]!.add(i);
      asking[j]! += 1;
      inside++;
      if (team[start + i] === team[start + j]) sameTeamTies++;
    }
    asked.push(targets);
  }

  let returned = 0;
  let closed = 0;
  let triples = 0;
  for (let i = 0; i < size; i++) {
    for (const j of asked[i]!) if (asked[j]!.has(i)) returned++;
    const around = contacts[i]!;
    triples += around.size * (around.size - 1);
    for (const j of around) for (const k of contacts[j]!) if (around.has(k)) closed++;
  }
  let sameTeamPairs = 0;
  for (const members of teamSizes.values()) sameTeamPairs += members * (members - 1);
  const otherTies = inside - sameTeamTies;
  const otherPairs = size * (size - 1) - sameTeamPairs;
  const against = (sameTeamPairs - sameTeamTies) * otherTies;
  return {
    teachers: size,
    ties: inside,
    outDegree: size === 0 ? 0 : inside / size,
    reciprocity: inside === 0 ? null : returned / inside,
    clustering: triples === 0 ? null : closed / triples,
    sameTeamOdds: against === 0 ? null : (sameTeamTies * (otherPairs - otherTies)) / against,
    maxInDegree: asking.reduce((most, n) => Math.max(most, n), 0),
    sameTeamTies,
    sameTeamPairs,
    otherTies,
    otherPairs,
  };
}
