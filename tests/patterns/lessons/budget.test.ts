import { prepare, prices, scenario, strategies } from "@uptake/model";
import { ensembles } from "@uptake/study";
import { plannedCost } from "@uptake/study/budget";
import { meanInterval } from "@uptake/study/statistics";
import { expect, test } from "vitest";
import { figure } from "../figures.ts";

// How well cost is planned.

const replicates = 64;
const paid = strategies.filter(({ name }) => name !== "business-as-usual");
const known = Object.fromEntries(prices.map(({ name, default: price }) => [name, price]));

test("what is spent in kept worlds, at known prices, against what was planned", async (context) => {
  const all = paid.map(({ name }) =>
    scenario({ district: "napa-valley-unified", strategy: name, parameters: { values: known } }),
  );
  const plans = await Promise.all(all.map((one) => prepare(one)));
  const results = await ensembles(plans, { replicates, seed: "lesson cards" });
  for (const [place, { name }] of paid.entries()) {
    const planned = await plannedCost(all[place]!);
    const { mean, low, high } = meanInterval(Array.from(results[place]!.cost.total, (total) => total / planned));
    figure(context, {
      pattern: "budget",
      statistic: `${name}: mean spending over planned cost, napa-valley-unified`,
      simulated: `${mean.toFixed(2)} (${low!.toFixed(2)} to ${high!.toFixed(2)}), $${(planned / 1e6).toFixed(2)} million planned`,
      cases: `${replicates} kept worlds at default prices; planned on 32 other runs of kept worlds`,
    });
    expect(mean > 0.5 && mean < 2).toBe(true);
  }
});
