import { type NetworkStatistics, networkStatistics, type Population } from "@uptake/model";
import { readTable, steadyRandom } from "./observed.ts";
import { mean } from "./support.ts";

/** Holds the people of some schools and who asks whom, as a population does. */
export type Advice = Pick<Population, "schoolStart" | "team" | "tieStart" | "ties">;

/** Holds the statistics of one school's advice network, with how its ties gather on few people. */
export interface SchoolAdvice extends NetworkStatistics {
  /** How often the most asked teacher is asked, over the mean; null without ties. */
  readonly mostAsked: number | null;
  /** Gini coefficient of the numbers of teachers who ask each teacher: 0 all alike. */
  readonly gini: number | null;
  /** Share of the ties that go to the most asked tenth of the teachers (at least one). */
  readonly topTenth: number | null;
}

/** Lists the ties inside school `s` as pairs of positions in the school. */
function tiesInside({ schoolStart, tieStart, ties }: Advice, s: number): [number, number][] {
  const [start, end] = [schoolStart[s]!, schoolStart[s + 1]!];
  const found: [number, number][] = [];
  for (let i = start; i < end; i++)
    for (let k = tieStart[i]!; k < tieStart[i + 1]!; k++)
      if (ties[k]! >= start && ties[k]! < end) found.push([i - start, ties[k]! - start]);
  return found;
}

/** Computes the statistics of school `s`. */
export function adviceOf(advice: Advice, s: number): SchoolAdvice {
  const statistics = networkStatistics(advice, s);
  const { teachers, ties, outDegree, maxInDegree } = statistics;
  const asked = new Array<number>(teachers).fill(0);
  for (const [, to] of tiesInside(advice, s)) asked[to]!++;
  asked.sort((a, b) => a - b);
  const ranked = asked.reduce((sum, n, k) => sum + (2 * (k + 1) - teachers - 1) * n, 0);
  const tenth = Math.max(1, Math.round(teachers / 10));
  return {
    ...statistics,
    mostAsked: ties === 0 ? null : maxInDegree / outDegree,
    gini: ties === 0 ? null : ranked / (teachers * ties),
    topTenth: ties === 0 ? null : asked.slice(-tenth).reduce((a, b) => a + b, 0) / ties,
  };
}

/** Lays out one school's ties as a network of its own, all in one team. */
function schoolOf(teachers: number, pairs: readonly (readonly [number, number])[]): Advice {
  const tieStart = new Int32Array(teachers + 1);
  const ties: number[] = [];
  for (let i = 0; i < teachers; i++) {
    for (const [from, to] of pairs) if (from === i) ties.push(to);
    tieStart[i + 1] = ties.length;
  }
  const schoolStart = Int32Array.of(0, teachers);
  return { schoolStart, team: new Uint16Array(teachers), tieStart, ties: Int32Array.from(ties) };
}

/**
 * Returns the clustering of school `s` over the mean clustering of its own rewirings, in which everyone asks and is asked
 * as often as before but by and of whom is chance: pairs of ties swap ends, twenty swaps tried a tie. Null without ties.
 */
export function clusteringOverRewired(advice: Advice, s: number, times: number): number | null {
  const pairs = tiesInside(advice, s);
  const teachers = advice.schoolStart[s + 1]! - advice.schoolStart[s]!;
  const own = networkStatistics(advice, s).clustering;
  if (own === null || pairs.length < 2) return null;
  const random = steadyRandom(1 + pairs.length);
  const rewired: number[] = [];
  const present = new Set(pairs.map(([from, to]) => from * teachers + to));
  for (let time = 0; time < times; time++) {
    for (let attempt = 0; attempt < 20 * pairs.length; attempt++) {
      const one = pairs[Math.floor(random() * pairs.length)]!;
      const other = pairs[Math.floor(random() * pairs.length)]!;
      const [crossed, back] = [one[0] * teachers + other[1], other[0] * teachers + one[1]];
      if (one[0] === other[1] || other[0] === one[1] || present.has(crossed) || present.has(back)) continue;
      present.delete(one[0] * teachers + one[1]);
      present.delete(other[0] * teachers + other[1]);
      present.add(crossed).add(back);
      [one[1], other[1]] = [other[1], one[1]];
    }
    rewired.push(networkStatistics(schoolOf(teachers, pairs), 0).clustering ?? 0);
  }
  const expected = mean(rewired);
  return expected === 0 ? null : own / expected;
}

/** Reads the ten observed schools, each as a network of its own; a grade is a team. */
export function readAdvice(folder: string): Advice[] {
  const dyads = readTable(`${folder}/dyads.csv`).map((row) => ({
    school: row.school!,
    from: Number(row.sender) - 1,
    to: Number(row.receiver) - 1,
    asks: row.advice === "1",
    sameGrade: row.same_grade === "1",
  }));
  return readTable(`${folder}/schools.csv`).map(({ school, staff }) => {
    const own = dyads.filter((dyad) => dyad.school === school);
    const size = Number(staff);
    const team = Uint16Array.from({ length: size }, (_, i) => i);
    for (const { from, to, sameGrade } of own) {
      const [first, second] = [Math.min(from, to), Math.max(from, to)];
      if (sameGrade) team[second] = Math.min(team[second]!, first);
    }
    const asked = own.filter(({ asks }) => asks).map(({ from, to }) => [from, to] as const);
    return { ...schoolOf(size, asked), team };
  });
}
