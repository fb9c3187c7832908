import { drawWorld, loadKeptWorlds } from "@uptake/model";
import type { WorldPattern } from "@uptake/study/patterns";
import { quantile } from "@uptake/study/statistics";
import { expect, type TestContext } from "vitest";
import { figure } from "./figures.ts";
import { mean } from "./support.ts";

const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;

/** Writes bounds, of which one may be open. */
function boundsText([low, high]: readonly [number, number]): string {
  const write = (value: number): string => String(Number(value.toFixed(3)));
  if (high === Number.POSITIVE_INFINITY) return `at least ${write(low)}`;
  return low === Number.NEGATIVE_INFINITY ? `at most ${write(high)}` : `${write(low)} to ${write(high)}`;
}

/** Measurements of the fixed world, each under a luck of its own. */
const lucks = 8;

/** Returns the mean of each statistic in the fixed world over several measurements: one alone may be luck near a bound. */
async function fixedMeans(pattern: WorldPattern): Promise<Record<string, number>> {
  const means: Record<string, number> = {};
  for (let luck = 0; luck < lucks; luck++) {
    const found = await pattern.measure(drawWorld("patterns", 0, { draw: "fixed" }), `${pattern.id} fixed ${luck}`);
    for (const [name, value] of Object.entries(found)) means[name] = (means[name] ?? 0) + value / lucks;
  }
  return means;
}

/**
 * Measures a pattern in the fixed world, where it must hold, and in `count` kept worlds, of which it tells how
 * many it would keep again under other luck.
 */
export async function overWorlds(context: TestContext, pattern: WorldPattern, count: number): Promise<void> {
  const { id, source } = pattern;
  await loadKeptWorlds();
  const fixed = await fixedMeans(pattern);
  const worlds: Readonly<Record<string, number>>[] = [];
  for (let r = 0; r < count; r++)
    worlds.push(await pattern.measure(drawWorld("patterns", r, { draw: "sampled" }), `${id} ${r}`));
  let kept = worlds;
  for (const [name, { doc, unit, bounds }] of Object.entries(pattern.statistics)) {
    const value = fixed[name]!;
    const all = worlds.map((found) => found[name]!).filter(Number.isFinite);
    const [low, high] = [0.1, 0.9].map((p) => quantile(all, p)!.toFixed(3));
    const share = bounds ? all.filter((one) => within(one, bounds)).length / count : undefined;
    if (bounds) kept = kept.filter((found) => within(found[name]!, bounds));
    figure(context, {
      pattern: id,
      statistic: `one world's test: ${doc.toLowerCase().slice(0, 1)}${doc.slice(1)} (${unit})`,
      simulated: `fixed world ${value.toFixed(3)} (mean of ${lucks} measurements); kept worlds: mean ${mean(all).toFixed(3)}, p10–p90 ${low} to ${high}${share === undefined ? "" : `, ${share.toFixed(2)} of them within`}`,
      ...(bounds ? { tolerance: `${boundsText(bounds)} in the fixed world`, holds: within(value, bounds) } : {}),
      source,
      cases: `the fixed world and ${count} kept worlds`,
    });
    if (bounds) expect([name, within(value, bounds)]).toEqual([name, true]);
  }
  figure(context, {
    pattern: id,
    statistic: "share of kept worlds in which one world's test holds again, under other luck",
    simulated: (kept.length / count).toFixed(2),
    cases: `${count} kept worlds`,
  });
}
