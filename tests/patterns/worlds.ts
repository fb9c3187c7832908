import { drawWorld, loadKeptWorlds, type World } from "@uptake/model";
import type { WorldPattern } from "@uptake/study/patterns";
import { type MeanInterval, meanInterval, quantile, wilson } from "@uptake/study/statistics";

await loadKeptWorlds();

/** Where a pattern is measured: the fixed world, with other luck each time, or the kept worlds. */
export const worldSets = {
  "fixed world": (): World => drawWorld("patterns", 0, { draw: "fixed" }),
  "kept worlds": (r: number): World => drawWorld("patterns", r, { draw: "sampled" }),
} as const;

/** Writes a number with three decimals and no leading zero, as in `.041` or `−.026`. */
export const short = (value: number, digits = 3): string =>
  value
    .toFixed(digits)
    .replace(/^(-?)0\./, "$1.")
    .replace("-", "−");

/** Writes a mean with its 95% interval. */
export const withInterval = ({ mean, low, high }: MeanInterval): string =>
  `${short(mean)} (${short(low!)}–${short(high!)})`;

/** Measures a pattern in `count` worlds, one seed each: the values of each statistic by name. */
export async function measureWorlds(
  pattern: WorldPattern,
  worlds: (r: number) => World,
  count: number,
): Promise<Readonly<Record<string, number[]>>> {
  const found: Record<string, number[]> = {};
  for (let r = 0; r < count; r++)
    for (const [name, value] of Object.entries(await pattern.measure(worlds(r), `${pattern.id} ${r}`)))
      found[name] = [...(found[name] ?? []), value];
  return found;
}

/** Tells which worlds show every bounded statistic of a pattern within its bounds. */
export function keptOf(pattern: WorldPattern, found: Readonly<Record<string, readonly number[]>>): boolean[] {
  const bounded = Object.entries(pattern.statistics).filter(([, { bounds }]) => bounds);
  return found[bounded[0]![0]]!.map((_, r) =>
    bounded.every(([name, { bounds }]) => found[name]![r]! >= bounds![0] && found[name]![r]! <= bounds![1]),
  );
}

/** Says how values spread over worlds: mean with interval, p10–p90, and the share within `bounds`. */
export function spreadOf(values: readonly number[], bounds?: readonly [number, number]): string {
  const spread = `mean ${withInterval(meanInterval(values))}, p10–p90 ${short(quantile(values, 0.1))}–${short(quantile(values, 0.9))}`;
  if (!bounds) return spread;
  return `${spread}, within in ${shareOf(values.map((value) => value >= bounds[0] && value <= bounds[1]))}`;
}

/** Writes the share of runs for which something holds, with its 95% interval. */
export function shareOf(kept: readonly boolean[]): string {
  const { probability, low, high } = wilson(kept.filter(Boolean).length, kept.length);
  return `${short(probability, 2)} (${short(low, 2)}–${short(high, 2)}) of runs`;
}
