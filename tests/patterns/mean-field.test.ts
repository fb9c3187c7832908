import { describe, expect, test } from "vitest";
import { figure } from "./figures.ts";
import { meanField } from "./mean-field.ts";
import { identicalSchools, noExits, planOf, reader, runs, still, worstScore } from "./support.ts";

// P2b. The default equations on a complete graph equal their own mean field, and so do those with thresholds: awareness,
// disposition, peers, visible failure, growth of depth, lapsing by depth and exposure, re-entry with memory, and July's
// hires, all at once.

const common = {
  ...still,
  "network.outDegree": 0,
  "start.icc": 0,
  "start.disposition": 0,
  "start.owning": 0,
  "start.trying": 0,
  "start.depthMean": 0.6,
  "start.depthSd": 0,
  "depth.practice": 0.285,
  "depth.peers": 0,
  "depth.forgetting": 0,
  "owning.rate": 0,
  "exit.within": 0,
  "exit.risk": 0,
  "exit.support": 0,
};
const staying = Object.fromEntries(Object.keys(noExits).map((name) => [name, 0.16]));

const cases = [
  { name: "defaults", contagion: "simple" as const, values: staying },
  {
    name: "thresholds, nobody leaving, trying easier",
    contagion: "complex" as const,
    values: { ...noExits, "trying.intercept": -4.2 },
  },
  {
    name: "strong peers and failures",
    contagion: "simple" as const,
    values: { ...staying, "trying.intercept": -4.5, "peers.strength": 4, "peers.failure": 1.5 },
  },
];
const teachers = 4000;
const horizon = 60;

describe.each(cases)("P2b $name", ({ name, contagion, values }) => {
  test("equals its mean field", async (context) => {
    const world = { ...common, ...values };
    const p = reader(world);
    const plan = await planOf({
      district: identicalSchools(4, teachers / 4),
      horizon,
      switches: { network: "complete", contagion },
      parameters: { draw: "fixed", values: world },
    });
    const measures = runs(plan, 200, `mean field ${name}`).map((run) => run.measures);
    // A principal at the reference values is seen at level floor(4 · support · (½ + ½ knowledge)).
    const visibility = Math.floor(4 * p("principal.support") * (0.5 + 0.5 * p("principal.knowledge")));
    const field = meanField({ p, contagion, horizon, visibility });
    const scores = [
      worstScore(
        measures.map((m) => m.adoption),
        field.adoption,
        teachers,
      ),
      worstScore(
        measures.map((m) => m.stages.trying),
        field.trying,
        teachers,
      ),
      worstScore(
        measures.map((m) => m.stages.lapsed),
        field.lapsed,
        teachers,
      ),
    ];
    ["using", "trying", "lapsed"].forEach((what, k) => {
      const { z, index } = scores[k]!;
      figure(context, {
        pattern: "P2b",
        statistic: `${name}: largest |z| of the mean share ${what} against the mean-field recursion, over ${horizon + 1} months`,
        simulated: `${z.toFixed(2)} in month ${index}`,
        tolerance: "0 to 4.5",
        holds: z < 4.5,
        source: `the equations' own mean field on a complete graph (adoption in month 58 ${field.adoption[58]!.toFixed(4)})`,
        cases: `200 runs of ${teachers} teachers`,
      });
    });
    // Three series of 61 indices: |z| above 4.5 once in 800 such tests.
    for (const { z } of scores) expect(z).toBeLessThan(4.5);
  });
});
