import { normalReach } from "./normal-reach.ts";
import type { Observation } from "./observation.ts";
import { tQuantile } from "./t-quantile.ts";
import type { Units } from "./worlds-of.ts";

/** Holds an observation and the number of its world. */
export interface Watched extends Observation {
  readonly world: number;
}

/**
 * Follows how far the 95% interval of the logarithm of a curve of waiting reaches to either side. It is told of the steps
 * in turn: who ends at one, of how many watched just before, and how many of them reach what is waited for.
 */
export type CurveError = (ending: readonly Watched[], atRisk: number, reached: number) => number;

const z = normalReach;

/** Returns the error of a curve: Greenwood's, or with worlds as units where `units` names worlds that repeat. */
export function curveError(observations: readonly Watched[], units: Units): CurveError {
  const worlds = new Set(units).size;
  return units === undefined || worlds === units.length ? greenwood() : byWorld(observations, worlds);
}

function greenwood(): CurveError {
  let sum = 0;
  return (_, atRisk, reached) => {
    sum += reached === atRisk ? 0 : reached / (atRisk * (atRisk - reached));
    return z * Math.sqrt(sum);
  };
}

/**
 * Adds up, squared, what each world contributes to the error: the infinitesimal jackknife, which is Greenwood's formula
 * where each observation has a world of its own, with the factor worlds / (worlds − 1) and Student's t.
 */
function byWorld(observations: readonly Watched[], count: number): CurveError {
  const worlds = new Map<number, { watched: number; part: number }>();
  for (const { world } of observations) {
    const own = worlds.get(world) ?? { watched: 0, part: 0 };
    own.watched++;
    worlds.set(world, own);
  }
  return (ending, atRisk, reached) => {
    if (count < 2) return Number.POSITIVE_INFINITY;
    const each = reached === atRisk ? 0 : 1 / (atRisk - reached);
    for (const own of worlds.values()) own.part -= (own.watched * reached * each) / atRisk;
    for (const one of ending) {
      const own = worlds.get(one.world) as { watched: number; part: number };
      if (one.reached) own.part += each;
      own.watched--;
    }
    let sum = 0;
    for (const { part } of worlds.values()) sum += part * part;
    return tQuantile(count - 1) * Math.sqrt((count / (count - 1)) * sum);
  };
}
