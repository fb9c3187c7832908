import { exp, InputError, type Issue, log, pow } from "@uptake/model";
import { curveError, type Watched } from "./curve-error.ts";
import type { Observation } from "./observation.ts";
import type { Units } from "./worlds-of.ts";

/** Holds the curve at one time at which something came or somebody was lost. */
export interface SurvivalStep {
  /** The time. */
  readonly time: number;
  /** Watched just before this time. */
  readonly atRisk: number;
  /** How many it came for at this time. */
  readonly reached: number;
  /** How many were lost at this time. */
  readonly censored: number;
  /** Chance of waiting beyond this time. */
  readonly waiting: number;
  /** Lower end of its 95% interval; null where the chance is 0 or 1, of which Greenwood's formula knows no error. */
  readonly low: number | null;
  /** Upper end of the 95% interval; null where the chance is 0 or 1. */
  readonly high: number | null;
}

/**
 * Holds a curve of waiting, with its median; null where the curve never falls to one half, and for an end of the interval
 * where the interval's own end is nowhere known to be at one half or below.
 */
export interface SurvivalCurve {
  /** Steps by ascending time. The chance of waiting is 1 before the first. */
  readonly steps: readonly SurvivalStep[];
  /** Subjects watched. */
  readonly observations: number;
  /** Time at which the chance of waiting falls to one half. */
  readonly median: number | null;
  /** Lower end of the median's 95% interval. */
  readonly medianLow: number | null;
  /** Upper end of the median's 95% interval. */
  readonly medianHigh: number | null;
}

/**
 * Computes the chance of still waiting by time, from at least one observation, some of which may be censored: the Kaplan–
 * Meier curve with Greenwood's 95% interval on the log-log scale. Who is lost at a time counts as watched at it. The
 * median is the first time at which the curve is at or below one half, or midway to its next fall where it rests there,
 * but for a rest that lasts to the end; its interval is where the interval's ends do so.
 *
 * All of this is what R's `survfit(…, conf.type = "log-log")` prints, where `survfit` itself would take `"log"`: also that
 * the interval is not known where the chance is 0 or 1, so that a curve that falls from above one half at once to 0 has a
 * median without a lower end. R's `quantile` differs in a rest that lasts to the end, where it takes the middle of that.
 * `units` holds the number of each observation's world where worlds repeat: the error is then that of worlds, with the
 * factor worlds / (worlds − 1) and Student's t, where R's `cluster` has neither.
 *
 * @throws InputError when there are no observations or a time is negative or not finite.
 *
 * Source: Kaplan and Meier 1958; Brookmeyer and Crowley 1982, Biometrics 38, 29–41; Therneau's `survival` for R,
 * `survfit_confint` and `survmean`.
 */
export function kaplanMeier(observations: readonly Observation[], units?: Units): SurvivalCurve {
  const issues = issuesOf(observations);
  if (issues.length > 0) throw new InputError(issues);
  const sorted = observations
    .map((one, i): Watched => ({ ...one, world: units?.[i] ?? i }))
    .sort((a, b) => a.time - b.time);
  const errorAfter = curveError(sorted, units);
  const steps: SurvivalStep[] = [];
  let waiting = 1;
  for (let first = 0; first < sorted.length; ) {
    const { time } = sorted[first] as Observation;
    let end = first;
    let reached = 0;
    for (; end < sorted.length && sorted[end]?.time === time; end++) if (sorted[end]?.reached) reached++;
    const atRisk = sorted.length - first;
    waiting *= 1 - reached / atRisk;
    const error = errorAfter(sorted.slice(first, end), atRisk, reached);
    steps.push({ time, atRisk, reached, censored: end - first - reached, waiting, ...interval(waiting, error) });
    first = end;
  }
  return {
    steps,
    observations: sorted.length,
    median: halfTime(steps, ({ waiting: chance }) => chance),
    medianLow: halfTime(steps, ({ low }) => low ?? 1),
    medianHigh: halfTime(steps, ({ high }) => high ?? 1),
  };
}

/** Returns S^exp(±error / |log S|), where `error` is how far the interval of log S reaches. */
function interval(waiting: number, error: number): { low: number | null; high: number | null } {
  if (waiting <= 0 || waiting >= 1 || !Number.isFinite(error)) return { low: null, high: null };
  const factor = exp(error / -log(waiting));
  return { low: pow(waiting, factor), high: pow(waiting, 1 / factor) };
}

function halfTime(steps: readonly SurvivalStep[], curve: (step: SurvivalStep) => number): number | null {
  const rounding = 1.4901161193847656e-8; // as R has it: the root of the distance from 1 to the next number
  const first = steps.find((step) => curve(step) < 0.5 + rounding);
  if (first === undefined) return null;
  if (curve(first) < 0.5 - rounding) return first.time;
  const next = steps.find((step) => curve(step) < 0.5 - rounding);
  return next === undefined ? first.time : (first.time + next.time) / 2;
}

function issuesOf(observations: readonly Observation[]): Issue[] {
  if (observations.length === 0) return [{ code: "empty", path: "observations", message: "there are no observations" }];
  const odd = observations.findIndex(({ time }) => !Number.isFinite(time) || time < 0);
  if (odd < 0) return [];
  const value = observations[odd]?.time;
  const message = "the time is negative or not finite";
  return [{ code: "out-of-range", path: `observations[${odd}].time`, message, value, allowed: "0 or more" }];
}
