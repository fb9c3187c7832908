import { interval } from "./interval.mjs";

const rankingOf = (ranking) =>
  ranking.map(({ plan, rank, change, ...mean }) => ({
    plan,
    rank,
    adoption: interval(mean),
    change: change && interval(change),
  }));

/** Records rival assumptions: what plans come to under each, and which pairs change places. */
export function recordRivals({ ranking, pairs, rivals, replicates }) {
  return {
    replicates,
    ranking: rankingOf(ranking),
    ties: pairs
      .filter(({ difference: { low, high } }) => low <= 0 && high >= 0)
      .map(({ first, second }) => [first, second]),
    rivals: rivals.map(({ name, doc, ranking: own, pairs: compared, flips, decided }) => ({
      name,
      doc,
      flips,
      decided,
      flipped: compared.filter((pair) => pair.flips).map(({ first, second }) => [first, second]),
      ranking: rankingOf(own),
    })),
  };
}
