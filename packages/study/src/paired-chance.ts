import type { Difference } from "./compare.ts";
import { wilson } from "./wilson.ts";

/**
 * Computes the difference of two chances seen in the same replicates, `plan` less `baseline`, with its 95% interval by
 * Newcombe's square-and-add method for paired data (1998, method 10). Unlike Student's t it keeps a width where nothing
 * or everything was reached. Needs at least one replicate; both lists have the same length.
 */
export function pairedChance(plan: readonly boolean[], baseline: readonly boolean[]): Difference {
  const n = plan.length;
  const count = (a: boolean, b: boolean): number => plan.filter((one, r) => one === a && baseline[r] === b).length;
  const both = count(true, true);
  const planOnly = count(true, false);
  const baselineOnly = count(false, true);
  const neither = count(false, false);
  const first = wilson(both + planOnly, n);
  const second = wilson(both + baselineOnly, n);
  const product = (both + planOnly) * (baselineOnly + neither) * (both + baselineOnly) * (planOnly + neither);
  const cross = both * neither - planOnly * baselineOnly;
  const correlation = product === 0 ? 0 : (cross > 0 ? Math.max(0, cross - n / 2) : cross) / Math.sqrt(product);
  const reach = (a: number, b: number): number => Math.sqrt(a * a - 2 * correlation * a * b + b * b);
  const estimate = (planOnly - baselineOnly) / n;
  return {
    estimate,
    low: estimate - reach(first.probability - first.low, second.high - second.probability),
    high: estimate + reach(first.high - first.probability, second.probability - second.low),
    replicates: n,
    paired: true,
  };
}
