import { drawWorld } from "@uptake/model";
import { afterCoaching, costOfCoaching, networkEntry, type WorldPattern } from "@uptake/study/patterns";
import { meanInterval, quantile } from "@uptake/study/statistics";
import { expect, test } from "vitest";
import { figure } from "./figures.ts";
import { short } from "./worlds.ts";

// P19, P21, P22. Reported over the kept worlds, no filter.

const worlds = 96;

const digits = (value: number, unit: string): string =>
  unit.startsWith("dollars") ? `$${Math.round(value / 1000)}k` : short(value);

async function report(pattern: WorldPattern): Promise<Readonly<Record<string, number[]>>> {
  const found: Record<string, number[]> = {};
  for (let r = 0; r < worlds; r++) {
    const world = drawWorld("reported", r, { draw: "sampled" });
    for (const [name, value] of Object.entries(await pattern.measure(world, `${pattern.id} ${r}`)))
      found[name] = [...(found[name] ?? []), value];
  }
  return found;
}

/** Share of worlds in which a sign has to be seen (P19). */
const mostWorlds = 0.8;

interface Found {
  readonly mean: number;
  readonly p10: number;
  readonly p90: number;
  readonly share: number;
}

/** Holds a statistic against its bounds as its pattern asks: sign by world, intervals that overlap, or the mean. */
function held(id: string, [low, high]: readonly [number, number], found: Found, unit: string) {
  const range = `${digits(low, unit)} to ${digits(high, unit)}`;
  if (id === "P19") return { tolerance: `${range} in ${mostWorlds} of worlds`, holds: found.share >= mostWorlds };
  if (id === "P22") return { tolerance: `${range}, overlapping p10–p90`, holds: found.p10 <= high && found.p90 >= low };
  return { tolerance: `${range}, the mean`, holds: found.mean >= low && found.mean <= high };
}

test.for([afterCoaching, networkEntry, costOfCoaching])("$id over kept worlds", async (pattern, context) => {
  const found = await report(pattern);
  for (const [name, { doc, unit, bounds }] of Object.entries(pattern.statistics)) {
    const values = found[name]!.filter(Number.isFinite);
    const { mean, low, high } = meanInterval(values);
    const [p10, median, p90] = [0.1, 0.5, 0.9].map((p) => quantile(values, p)) as [number, number, number];
    const share = bounds && values.filter((value) => value >= bounds[0] && value <= bounds[1]).length / worlds;
    figure(context, {
      pattern: pattern.id,
      statistic: `${doc} (${unit})`,
      simulated: `mean ${digits(mean, unit)} (${digits(low!, unit)} to ${digits(high!, unit)}), median ${digits(median, unit)}, p10–p90 ${digits(p10, unit)} to ${digits(p90, unit)}${share === undefined ? "" : `; ${short(share, 2)} of worlds within`}`,
      ...(bounds === undefined ? {} : held(pattern.id, bounds, { mean, p10, p90, share: share! }, unit)),
      source: pattern.source,
      cases: `${worlds} kept worlds`,
      note: "reported, no filter",
    });
    expect(values.length).toBeGreaterThan(worlds / 2);
  }
});
