import { drawWorld } from "@uptake/model";
import { givingUp, ordinarySupport, trainingOnly } from "@uptake/study/patterns";
import { expect, test } from "vitest";
import { figure } from "./figures.ts";
import { overWorlds } from "./over-worlds.ts";
import { estimate, show } from "./support.ts";

// P15, P17, P18. What support does to use where every school is in: filters of the kept worlds, measured again here under
// other luck.

test.for([ordinarySupport, trainingOnly, givingUp])(
  "$id in the fixed world and over kept worlds",
  async (pattern, context) => {
    await overWorlds(context, pattern, 128);
  },
);

/** Statistics of which one measurement errs by more than a quarter of the tolerance: said in the figures, as a miss. */
const coarse = ["P18 alone"];

test("one measurement of a world is precise enough to filter by, but where that is said to be missed", async (context) => {
  const missed: string[] = [];
  const world = drawWorld("patterns", 0, { draw: "fixed" });
  for (const pattern of [ordinarySupport, trainingOnly, givingUp]) {
    const found: Readonly<Record<string, number>>[] = [];
    for (let luck = 0; luck < 24; luck++) found.push(await pattern.measure({ ...world }, `luck ${luck}`));
    for (const [name, { doc, unit, bounds }] of Object.entries(pattern.statistics)) {
      if (bounds === undefined || name === "exceeded") continue;
      const { error } = estimate(found.map((one) => one[name]!));
      const spread = error * Math.sqrt(found.length);
      const quarter = (bounds[1] - bounds[0]) / 2 / 4;
      figure(context, {
        pattern: pattern.id,
        statistic: `error of one world's measurement: ${doc.toLowerCase().slice(0, 1)}${doc.slice(1)} (${unit})`,
        simulated: show(spread),
        tolerance: `a quarter of the tolerance, ${show(quarter)}`,
        holds: spread <= quarter,
        cases: "24 lucks, fixed world",
      });
      // Luck that changed nothing would say that it was never drawn anew.
      expect(spread).toBeGreaterThan(0);
      if (spread > quarter) missed.push(`${pattern.id} ${name}`);
    }
  }
  expect(missed).toEqual(coarse);
});
