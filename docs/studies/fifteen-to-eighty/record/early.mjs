import { meanInterval, wilson } from "@uptake/study/statistics";
import { sampleCorrelation, sampleVariance } from "simple-statistics";
import { interval } from "./interval.mjs";
import { readRuns } from "./read-runs.mjs";

const asked = [50, 100, 200];
const last = "adoption_34";

/** Splits runs into thirds by an early count, and says what the last count comes to in each. */
function thirdsOf(rows, count) {
  const sorted = rows.toSorted((a, b) => a[count] - b[count]);
  return ["lowest", "middle", "highest"].map((third, i) => {
    const some = sorted.slice(Math.round((i * sorted.length) / 3), Math.round(((i + 1) * sorted.length) / 3));
    const values = some.map((row) => row[last]);
    return {
      third,
      from: some[0][count],
      to: some.at(-1)[count],
      adoption: interval(meanInterval(values)),
      chance: interval(wilson(values.filter((value) => value >= 0.8).length, values.length)),
    };
  });
}

/**
 * Says how much of the variance between runs of the last count an early one explains on a straight line: counting all
 * teachers, and asking some of them at random, where chance in who is asked is noise on top.
 */
function explained(rows, count, teachers) {
  const early = rows.map((row) => row[count]);
  const all =
    sampleCorrelation(
      early,
      rows.map((row) => row[last]),
    ) ** 2;
  const spread = sampleVariance(early);
  const noise = (n) =>
    (early.reduce((sum, share) => sum + share * (1 - share), 0) / early.length / n) * (1 - (n - 1) / (teachers - 1));
  return { all, asked: asked.map((n) => ({ teachers: n, share: (all * spread) / (spread + noise(n)) })) };
}

/** Records what a count in May of year 1 or 2 tells of May of year 3, with and without schools that decide. */
export async function recordEarly(teachers, folder) {
  const factor = "levers.entry.decided";
  const runs = await readRuns(folder, [factor, "adoption_10", "adoption_22", last]);
  const of = (decided) => {
    const rows = runs.filter((row) => row[factor] === decided);
    const told = (count) => ({ explained: explained(rows, count, teachers), thirds: thirdsOf(rows, count) });
    return { runs: rows.length, year1: told("adoption_10"), year2: told("adoption_22") };
  };
  return { "all-six-lessons-scale-up": of(0), "whole-schools-decide": of(1) };
}
