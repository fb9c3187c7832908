import { describe, expect, test } from "vitest";
import { estimate, identicalSchools, isTeaching, noExits, planOf, report, runs, still, worstScore } from "./support.ts";

// P2. Awareness alone, everyone connected to everyone, later stages immediate: the discrete Bass recursion
// F' = F + (p + q F)(1 − F), with p = messages and q = awareness.peers · (1 − p), in teaching months.

const cases = [
  { name: "textbook, from 2%", p: 0.03 / 10, q: 0.38 / 10, start: 0.02 },
  { name: "textbook, from 15%", p: 0.03 / 10, q: 0.38 / 10, start: 0.15 },
  { name: "classroom internet, from 2%", p: 0.017 / 10, q: 0.78 / 10, start: 0.02 },
  { name: "fast, from 15%", p: 0.02, q: 0.3, start: 0.15 },
];
const horizon = 60;
const replicates = 200;
const teachers = 2000;

describe.each(cases)("P2 $name", ({ name, p, q, start }) => {
  test("is the Bass recursion", async () => {
    const plan = await planOf({
      district: identicalSchools(4, teachers / 4),
      horizon,
      switches: { network: "complete" },
      parameters: {
        draw: "fixed",
        values: {
          ...still,
          ...noExits,
          "network.outDegree": 0,
          "start.adoption": start,
          "start.trying": 0,
          "start.aware": 0,
          "awareness.messages": p,
          "awareness.peers": q / (1 - p),
          "trying.intercept": 40,
          "depth.practice": 1,
          "lapsing.intercept": -40,
        },
      },
    });
    const series = runs(plan, replicates, `bass ${name}`).map(({ measures }) => measures.adoption);

    const expected = [Math.round(start * teachers) / teachers];
    for (let m = 1; m <= horizon; m++) {
      const share = expected[m - 1]!;
      expected.push(isTeaching(m) ? share + (p + q * share) * (1 - share) : share);
    }
    const { z, index } = worstScore(series, expected, teachers);

    // Given the last index the new users are binomial: an exact test of each step, free of the curvature of the mean.
    let residual = 0;
    let variance = 0;
    let squares = 0;
    let steps = 0;
    for (const adoption of series)
      for (let m = 1; m <= horizon; m++) {
        const before = adoption[m - 1]!;
        const rate = isTeaching(m) ? p + q * before : 0;
        const left = Math.round((1 - before) * teachers);
        const spread = left * rate * (1 - rate);
        const gap = (adoption[m]! - before) * teachers - left * rate;
        if (rate === 0) expect(Math.abs(gap)).toBeLessThan(1e-6);
        residual += gap;
        variance += spread;
        if (spread > 5) {
          squares += (gap * gap) / spread;
          steps++;
        }
      }
    const stepScore = residual / Math.sqrt(variance);
    const dispersion = squares / steps;
    const { mean } = estimate(series.map((adoption) => adoption[34]!));
    report(
      "P2",
      `${name}: largest |z| over ${horizon + 1} indices ${z.toFixed(2)} at ${index} (under 4); one-step residual z ${stepScore.toFixed(2)} (within 4), dispersion ${dispersion.toFixed(3)} (1 ± ${(4 * Math.sqrt(2 / steps)).toFixed(3)}); index 34: ${mean.toFixed(4)} against ${expected[34]!.toFixed(4)}`,
    );
    expect(z).toBeLessThan(4);
    expect(Math.abs(stepScore)).toBeLessThan(4);
    expect(Math.abs(dispersion - 1)).toBeLessThan(4 * Math.sqrt(2 / steps));
  });
});
