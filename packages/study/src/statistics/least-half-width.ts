import { square } from "@uptake/model";
import { mean } from "simple-statistics";
import { varianceOfMean } from "./mean-interval.ts";
import { tQuantile } from "./t-quantile.ts";
import { countUnits, type Present } from "./worlds-of.ts";

/**
 * Returns the half-width of the 95% interval of a mean that remains however many replicates the same worlds have: what is
 * left of the error when luck, as replicates of one world show it, is averaged out. Null unless worlds repeat, and below
 * two worlds.
 */
export function leastHalfWidth({ values, units }: Present): number | null {
  const count = countUnits(values, units);
  if (units === undefined || count === values.length || count < 2) return null;
  const between = varianceOfMean(values, units) - luckVariance(values, units) / values.length;
  return tQuantile(count - 1) * Math.sqrt(Math.max(0, between));
}

/** Returns the variance of values within their worlds, pooled; some world has at least two. */
function luckVariance(values: readonly number[], units: readonly number[]): number {
  const worlds = new Map<number, number[]>();
  values.forEach((value, r) => {
    const own = worlds.get(units[r] as number) ?? [];
    own.push(value);
    worlds.set(units[r] as number, own);
  });
  let sum = 0;
  for (const own of worlds.values()) {
    const middle = mean(own);
    for (const value of own) sum += square(value - middle);
  }
  return sum / (values.length - worlds.size);
}
