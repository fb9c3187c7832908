import { keptWorlds, prepare, prices, scenario, strategies } from "@uptake/model";
import { type Ablated, ablation, ensemble, meanInterval, plannedCost } from "@uptake/study";
import { expect, test } from "vitest";
import { figure } from "../figures.ts";
import { tenSchools } from "./programme.ts";

// All six lessons but one, at the same planned cost and with the lesson's money saved; and how well cost is planned.

/** Every kept world once. */
const worlds = keptWorlds.count;
const replicates = 64;
/** A sum that each plan can be brought to: costs jump where a school joins or leaves. */
const dollars = 2_600_000;
const points = (share: number | null): string => `${share! < 0 ? "−" : "+"}${(100 * Math.abs(share!)).toFixed(1)}`;
const written = ({ adds: { estimate, low, high }, flips }: Ablated): string =>
  `${points(estimate)} points (${points(low)} to ${points(high)}), the ranking flips in ${Math.round(100 * flips)}% of worlds`;

/** Says what leaving the lesson out saves; a programme that starts sooner without it costs more. */
function savedBy({ plannedCost }: Ablated): string {
  const millions = ((dollars - plannedCost) / 1e6).toFixed(2);
  if (Number(millions) === 0) return "nothing saved";
  return millions.startsWith("-") ? `$${millions.slice(1)} million more spent` : `$${millions} million saved`;
}

test.for([34, 58])("all six lessons but one, adoption at index %i", async (month, context) => {
  const input = { district: tenSchools, strategy: "all-six-lessons" };
  const results = await ablation(input, { dollars, month, replicates: worlds, seed: "lesson cards" });
  for (const { lesson, atEqualBudget, withoutItsMoney } of results) {
    const what = `what ${lesson.name} adds to all six lessons, adoption in May of year ${(month + 2) / 12}`;
    const cases = `${worlds} kept worlds, each once, paired; 95% interval; ten schools`;
    figure(context, {
      pattern: "ablation",
      statistic: `${what}, both planned at $${(dollars / 1e6).toFixed(2)} million`,
      simulated: written(atEqualBudget),
      cases,
    });
    figure(context, {
      pattern: "ablation",
      statistic: `${what}, its money saved`,
      simulated: `${written(withoutItsMoney)}, ${savedBy(withoutItsMoney)}`,
      cases,
    });
  }
  expect(results.every(({ atEqualBudget: { plannedCost } }) => Math.abs(plannedCost / dollars - 1) <= 0.005)).toBe(
    true,
  );
});

const paid = strategies.filter(({ name }) => name !== "business-as-usual");
const known = Object.fromEntries(prices.map(({ name, default: price }) => [name, price]));

test("what is spent in kept worlds, at known prices, against what was planned", async (context) => {
  for (const { name } of paid) {
    const asked = scenario({ district: "napa-valley-unified", strategy: name, parameters: { values: known } });
    const planned = await plannedCost(asked);
    const { cost } = await ensemble(await prepare(asked), { replicates, seed: "lesson cards" });
    const { mean, low, high } = meanInterval(Array.from(cost.total, (total) => total / planned));
    figure(context, {
      pattern: "budget",
      statistic: `${name}: mean spending over planned cost, napa-valley-unified`,
      simulated: `${mean.toFixed(2)} (${low!.toFixed(2)} to ${high!.toFixed(2)}), $${(planned / 1e6).toFixed(2)} million planned`,
      cases: `${replicates} kept worlds at default prices; planned on 32 other runs of kept worlds`,
    });
    expect(mean > 0.5 && mean < 2).toBe(true);
  }
});
