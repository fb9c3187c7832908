import { InputError, square } from "@uptake/model";
import { sampleStandardDeviation } from "simple-statistics";
import { wrongHalfWidth, wrongLength } from "../design/checks.ts";
import { noneOrMore } from "../statistics/held-within.ts";
import { type MeanInterval, meanInterval } from "../statistics/mean-interval.ts";
import { type MorrisDesign, morrisWidth } from "./morris-design.ts";

/** Holds the elementary effects of one factor: the change of the output as it crosses its range, by each step's slope. */
export interface ElementaryEffects {
  /** Name of the factor. */
  readonly name: string;
  /** Mean size of the effects (Campolongo, Cariboni and Saltelli 2007), with its 95% interval by Student's t. */
  readonly muStar: MeanInterval;
  /** Mean of the effects, with sign. */
  readonly mu: MeanInterval;
  /** Standard deviation of the effects: not zero where the effect is curved or hangs on other factors or on luck. */
  readonly sigma: number;
  /** Says whether the effects are larger or smaller than what redrawing luck changes; null without luck. */
  readonly againstLuck: "more" | "less" | "cannot tell" | null;
}

/** Holds a Morris screening of one output. */
export interface Morris {
  /** Lists the factors in the design's order; empty when fewer than two trajectories have all their values. */
  readonly factors: readonly ElementaryEffects[];
  /** Mean size of the change when luck alone is redrawn; null without luck. */
  readonly luck: MeanInterval | null;
  /** Trajectories used. */
  readonly trajectories: number;
  /** Trajectories left out because an evaluation had no finite value. */
  readonly dropped: number;
  /** Says that there are too few trajectories to screen as finely as asked. */
  readonly tooFew: boolean;
  /** Says why there are too few, or none; null where there are enough. */
  readonly reason: string | null;
}

/**
 * Computes the elementary effects of the outputs `values`, one for each point of `design` in its order; null or not
 * finite where there is none. `halfWidth` is the half-width that every interval of μ* should have at most, as a share of
 * the largest μ* (default 0.25; a choice).
 *
 * @throws InputError when there is not one value for each point, or `halfWidth` is not above 0 and at most 1.
 */
export function morris(
  design: MorrisDesign,
  values: ArrayLike<number | null>,
  { halfWidth = 0.25 }: { readonly halfWidth?: number } = {},
): Morris {
  check(design, values, halfWidth);
  const width = morrisWidth(design.factors.length, design.luck);
  const effects: number[][] = design.factors.map(() => []);
  const changes: number[] = [];
  design.steps.forEach((steps, t) => {
    const row = Array.from({ length: width }, (_, k) => values[t * width + k]);
    if (!row.every(Number.isFinite)) return;
    const at = (k: number): number => row[k] as number;
    steps.forEach(({ factor, change }, k) => {
      effects[factor]!.push((at(k + 1) - at(k)) / change);
    });
    if (design.luck) changes.push(Math.abs(at(width - 1) - at(width - 2)));
  });
  const trajectories = effects[0]!.length;
  const dropped = design.trajectories - trajectories;
  if (trajectories < 2) {
    const reason = `${trajectories} of ${design.trajectories} trajectories have a value for every evaluation`;
    return { factors: [], luck: null, trajectories, dropped, tooFew: true, reason };
  }
  const factors = effects.map((own, i): ElementaryEffects => {
    const sizes = own.map(Math.abs);
    return {
      name: design.factors[i]!,
      muStar: meanInterval(sizes, undefined, noneOrMore),
      mu: meanInterval(own),
      sigma: sampleStandardDeviation(own),
      againstLuck: design.luck ? verdict(sizes.map((size, t) => size - changes[t]!)) : null,
    };
  });
  const reason = imprecision(factors, halfWidth);
  const luck = design.luck ? meanInterval(changes, undefined, noneOrMore) : null;
  return { factors, luck, trajectories, dropped, tooFew: reason !== null, reason };
}

function check(design: MorrisDesign, values: ArrayLike<number | null>, halfWidth: number): void {
  const issues = [...wrongHalfWidth(halfWidth), ...wrongLength(values, design.points)];
  if (issues.length > 0) throw new InputError(issues);
}

/** Compares effects with luck trajectory by trajectory, by the interval of the mean difference. */
function verdict(differences: readonly number[]): "more" | "less" | "cannot tell" {
  const { low, high } = meanInterval(differences);
  return low! > 0 ? "more" : high! < 0 ? "less" : "cannot tell";
}

/** Says which μ* is known too roughly, by how much, and about how many trajectories would do; null if none is. */
function imprecision(factors: readonly ElementaryEffects[], asked: number): string | null {
  const half = ({ muStar }: ElementaryEffects): number => muStar.high! - muStar.mean;
  const largest = Math.max(...factors.map(({ muStar }) => muStar.mean));
  const widest = factors.reduce((one, other) => (half(other) > half(one) ? other : one));
  const share = largest > 0 ? half(widest) / largest : 0;
  if (share <= asked) return null;
  const needed = Math.ceil(widest.muStar.replicates * square(share / asked));
  const known = `μ* of ${widest.name} is known to ±${share.toFixed(2)} of the largest, not to the ±${asked} asked for`;
  return `${known}; about ${needed} trajectories are needed`;
}
