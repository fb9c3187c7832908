import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { scenario, strategies, version } from "@uptake/model";
import {
  type Ensemble,
  ensembles,
  type Summary,
  summariseAt,
  type TargetProbability,
  targetProbability,
} from "@uptake/study";
import { type UnderBeliefs, underBeliefs } from "@uptake/study/beliefs";
import { costPerAddedSustainedAdopter } from "@uptake/study/compare";
import { expect, test } from "vitest";
import { planOf } from "./support.ts";

// What every reference strategy does on D11, to be held against what it did before support moved people. Nothing is held
// to it: `before-support.json` is the record of the model before, `strategies.json` of this one.

const file = new URL("strategies.json", import.meta.url);
const reference = strategies.filter(({ kind }) => kind === "reference").map(({ name }) => name);
const months = [10, 22, 34, 58] as const;
const worlds = 256;
const worldsOfBeliefs = 128;

/** Rounds a number of a record; none stays none. */
const rounded = (value: number | null, digits = 4): number | null =>
  value === null ? null : Number(value.toFixed(digits));
const interval = ({ mean, low, high }: Summary): (number | null)[] | null =>
  mean === null ? null : [mean, low, high].map((value) => rounded(value));
const chanceOf = ({ probability, low, high }: TargetProbability): (number | null)[] =>
  [probability, low, high].map((value) => rounded(value));

/** Says what one strategy does, beside business as usual in the same worlds and luck. */
function found(result: Ensemble, usual: Ensemble, { beliefs }: UnderBeliefs): unknown {
  const cost = costPerAddedSustainedAdopter(result, usual);
  return {
    adoption: months.map((month) => interval(summariseAt(result, "adoption", month))),
    members: months.map((month) => interval(summariseAt(result, "adoptionMembers", month))),
    chance: chanceOf(targetProbability(result)),
    costPerAddedAdopter:
      result === usual || cost.value === null ? null : [cost.value, cost.low, cost.high].map((one) => rounded(one, 0)),
    ...(result !== usual && cost.value === null ? { costReason: cost.reason } : {}),
    beliefs: Object.fromEntries(
      beliefs.map(({ belief, reached, chance }) => [
        belief,
        { adoption: rounded(reached.mean), chance: chanceOf(chance) },
      ]),
    ),
  };
}

test("what every reference strategy does is as recorded", async () => {
  const plans = await Promise.all(reference.map((strategy) => planOf({ strategy })));
  const results = await ensembles(plans, { replicates: worlds, seed: "uptake" });
  const { headlines } = await underBeliefs(
    reference.map((strategy) => scenario({ strategy })),
    { replicates: worldsOfBeliefs },
  );
  const usual = results[reference.indexOf("business-as-usual")]!;
  const record: Record<string, unknown> = {};
  for (const [i, strategy] of reference.entries()) record[strategy] = found(results[i]!, usual, headlines[i]!);
  const all = {
    model: `uptake ${version}`,
    how: `Colorado Springs D11, seed “uptake”, replicates 0 to ${worlds - 1} in the kept worlds over 60 months; 0 to ${worldsOfBeliefs - 1} under each belief.`,
    worlds,
    worldsOfBeliefs,
    months,
    strategies: record,
  };
  if (process.env.UPDATE_FIGURES === "1") writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  const recorded = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  expect(all, "differs from strategies.json; record it with pnpm figures").toEqual(recorded);
});
