import { drawWorld, type World } from "@uptake/model";
import { expect, test } from "vitest";
import {
  type AfterSupport,
  configurations,
  endOfSupport,
  lossOf,
  lossRatios,
} from "../../packages/study/src/patterns/after-support.ts";
import { schoolsOf } from "../../packages/study/src/patterns/made-up-district.ts";
import { figure } from "./figures.ts";

// P14. What lasts two years after support has ended, by the conditions that teachers had then.

const world = drawWorld("", 0, { draw: "fixed" });
const apart = drawWorld("", 0, { draw: "fixed", values: { "lapsing.joint": 0 } });
const programme: AfterSupport = {
  district: schoolsOf(16, 15, [0.2, 0.4, 0.6, 0.8]),
  levers: { entry: { cohorts: 1 }, coaching: { teachersPerCoach: 20 }, learning: {}, guidance: {} },
  funded: 36,
  values: {},
  replicates: 1500,
};

test.for<{ name: string; held?: "must" | "recorded"; note?: string; values: World; how: AfterSupport }>([
  { name: "made up, lapsing at e times the odds", held: "must", values: world, how: endOfSupport(world, 1, 60) },
  {
    name: "made up, lapsing at the odds of the fixed world",
    held: "must",
    values: world,
    how: endOfSupport(world, 0, 180),
  },
  {
    name: "made up, the conditions only adding up (lapsing.joint 0), lapsing at e times the odds",
    note: "why the rule has a joint term: adding up, expertise hardly matters",
    values: apart,
    how: endOfSupport(apart, 1, 60),
  },
  {
    name: "after three years of coaching in cohorts, at the odds of the fixed world",
    held: "recorded",
    note: "few users have ties and depth without expertise, and few of them give up: the last ratio is good to about a third",
    values: world,
    how: programme,
  },
])("P14 at the end of support: $name", async ({ name, held, note, values, how }, context) => {
  const found = await configurations(values, "after support", how);
  const ratios = Object.entries(lossRatios(found));
  const worst = Math.max(...ratios.map(([, ratio]) => ratio));
  const holds = worst <= 2 / 3;
  const losses = found.map((one) => {
    const letters = ["T", "D", "E"].map((letter, k) => (one.present[k] ? letter : "–")).join("");
    return `${letters} ${lossOf(one).toFixed(3)} (${one.people})`;
  });
  figure(context, {
    pattern: "P14",
    statistic: `loss two years after support with ties, depth and expertise over loss where one of them is missing: ${name}`,
    simulated: `${ratios.map(([what, ratio]) => `${what} ${Number.isFinite(ratio) ? ratio.toFixed(2) : "undefined"}`).join(", ")}; loss by configuration (people) ${losses.join(", ")}`,
    ...(held ? { tolerance: "each at most 0.67", holds } : {}),
    source: "A8 of the evidence (Coburn, Russell, Kaufman and Stein 2012)",
    cases: `${found.reduce((sum, { people }) => sum + people, 0)} users who stay, ${how.replicates} runs, fixed world`,
    ...(note ? { note } : {}),
  });
  if (held === "must") expect(holds).toBe(true);
});
