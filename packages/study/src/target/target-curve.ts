import { InputError } from "@uptake/model";
import { seriesOf } from "../ensemble/summarise.ts";
import { kaplanMeier, type SurvivalCurve } from "../statistics/kaplan-meier.ts";
import type { Observation } from "../statistics/observation.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import { firstTime, firstTimes, type TargetOptions, type TargetRuns } from "./target.ts";
import { targetSeries } from "./target-series.ts";

/**
 * Computes the chance of still waiting for the target's share by month, with replicates that never reach it censored at
 * the last index at which it could be seen: the horizon, or for `held` the last May with another after it. The times are
 * those of `timeToTarget`.
 *
 * @throws InputError when the share is not above 0, at most 1.
 */
export function targetCurve(
  ensemble: TargetRuns,
  how: "momentary" | "held",
  options: TargetOptions = {},
): SurvivalCurve {
  const { share, of } = { ...ensemble.scenario.target, ...options };
  if (!(share > 0 && share <= 1)) {
    const message = "the share is out of range";
    throw new InputError([
      { code: "out-of-range", path: "share", message, value: share, allowed: "above 0, at most 1" },
    ]);
  }
  const times = firstTimes(seriesOf(ensemble, targetSeries(of)), share, how);
  const observations = times.map((time) => observed(time, ensemble.horizon, how));
  return kaplanMeier(observations, unitsOf(ensemble.worlds));
}

/** Returns when a path was first at `share`, or until when it was watched in vain. */
export function observe(path: Float64Array, share: number, how: "momentary" | "held"): Observation {
  return observed(firstTime(path, share, how), path.length - 1, how);
}

/** Returns a first time, or until when it was waited for in vain. */
function observed(time: number, horizon: number, how: "momentary" | "held"): Observation {
  if (Number.isFinite(time)) return { time, reached: true };
  const lastMay = 10 + 12 * Math.floor((horizon - 22) / 12);
  return { time: how === "momentary" ? horizon : Math.max(0, lastMay), reached: false };
}
