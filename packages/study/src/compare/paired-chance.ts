import { covarianceOfMeans, residualSums } from "../statistics/by-world.ts";
import { chance, effectiveReplicates } from "../statistics/chance.ts";
import type { Units } from "../statistics/worlds-of.ts";
import type { Difference } from "./compare.ts";

/** Returns the correlation of two shares over replicates whose worlds repeat; 0 where either has no error. */
function correlationByWorld(plan: readonly boolean[], baseline: readonly boolean[], units: readonly number[]): number {
  const n = plan.length;
  const [a, b] = [plan, baseline].map((reached) => {
    const values = reached.map(Number);
    return residualSums(values, values.reduce((sum, one) => sum + one, 0) / n, units);
  }) as [number[], number[]];
  const spread = Math.sqrt(covarianceOfMeans(a, a, n) * covarianceOfMeans(b, b, n));
  return spread > 0 ? covarianceOfMeans(a, b, n) / spread : 0;
}

/**
 * Computes the difference of two chances seen in the same replicates, `plan` less `baseline`, with its 95% interval by
 * Newcombe's square-and-add method for paired data (1998, method 10). Unlike Student's t it keeps a width where nothing
 * or everything was reached. Needs at least one replicate; both lists have the same length. `units` holds the number of
 * each replicate's world where worlds repeat: the intervals of both chances, and their correlation, are then over worlds.
 */
export function pairedChance(plan: readonly boolean[], baseline: readonly boolean[], units?: Units): Difference {
  const n = plan.length;
  const count = (a: boolean, b: boolean): number => plan.filter((one, r) => one === a && baseline[r] === b).length;
  const both = count(true, true);
  const planOnly = count(true, false);
  const baselineOnly = count(false, true);
  const neither = count(false, false);
  const first = chance(plan, units);
  const second = chance(baseline, units);
  const product = (both + planOnly) * (baselineOnly + neither) * (both + baselineOnly) * (planOnly + neither);
  const cross = both * neither - planOnly * baselineOnly;
  const effective = Math.min(effectiveReplicates(plan, units), effectiveReplicates(baseline, units));
  // Newcombe's correction for continuity, in as many replicates as count.
  const less = (n / 2) * (n / effective);
  const byWorld = units && effective < n ? correlationByWorld(plan, baseline, units) * Math.sqrt(product) : cross;
  const correlation = product === 0 ? 0 : (byWorld > 0 ? Math.max(0, byWorld - less) : byWorld) / Math.sqrt(product);
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
