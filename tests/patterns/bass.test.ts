import { describe, expect, test } from "vitest";
import { figure } from "./figures.ts";
import { estimate, identicalSchools, isTeaching, noExits, planOf, runs, still, worstScore } from "./support.ts";

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
  test("is the Bass recursion", async (context) => {
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
    const cases = `${replicates} runs of ${teachers} teachers`;
    const source = "closed form: F' = F + (p + qF)(1 − F) in teaching months";
    figure(context, {
      pattern: "P2",
      statistic: `${name}: largest |z| of mean adoption against the Bass recursion, over ${horizon + 1} months`,
      simulated: `${z.toFixed(2)} in month ${index}; adoption in month 34 ${mean.toFixed(4)}`,
      observed: `adoption in month 34 ${expected[34]!.toFixed(4)}`,
      tolerance: "0 to 4",
      holds: z < 4,
      source,
      cases,
    });
    figure(context, {
      pattern: "P2",
      statistic: `${name}: z of the new users of each month, given the month before`,
      simulated: stepScore.toFixed(2),
      tolerance: "−4 to 4",
      holds: Math.abs(stepScore) < 4,
      source,
      cases,
    });
    const slack = 4 * Math.sqrt(2 / steps);
    figure(context, {
      pattern: "P2",
      statistic: `${name}: their variance over that of a binomial draw`,
      simulated: dispersion.toFixed(3),
      observed: "1",
      tolerance: `1 ± ${slack.toFixed(3)}`,
      holds: Math.abs(dispersion - 1) < slack,
      source,
      cases,
    });
    expect(z).toBeLessThan(4);
    expect(Math.abs(stepScore)).toBeLessThan(4);
    expect(Math.abs(dispersion - 1)).toBeLessThan(slack);
  });
});
