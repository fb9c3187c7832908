import { presentMean } from "../statistics/present-mean.ts";
import type { Floor } from "./floor.ts";
import { achieved, type Objective, type Outcomes } from "./objective.ts";

/** Holds what a search saw of a candidate in its own worlds. */
export interface Seen {
  /** What is sought: a chance, or a mean. */
  readonly sought: number;
  /** Mean of the series that is sought, which tells equal chances apart. */
  readonly mean: number;
  /** Mean lead of the low-poverty third; NaN where there are no thirds. */
  readonly gap: number;
  /** By how much the floor is broken, 0 where it is kept. */
  readonly short: number;
}

/**
 * Says what a search is after: what is sought, as small a gap as can be, or plans between the best of these two, none of
 * which gives up more of one than of the other.
 */
export type Aim =
  | { readonly for: "sought" }
  | { readonly for: "gap" }
  | { readonly for: "between"; readonly most: Seen; readonly closest: Seen };

/** Reads what a search sees of a candidate; null where nothing was measured. */
export function seenOf(objective: Objective, floor: Floor, { sought, worstTier, gap }: Outcomes): Seen | null {
  const mean = presentMean(sought);
  if (Number.isNaN(mean)) return null;
  const short =
    Math.max(0, (floor.worstTier ?? Number.NEGATIVE_INFINITY) - presentMean(worstTier)) +
    Math.max(0, presentMean(gap) - (floor.gap ?? Number.POSITIVE_INFINITY));
  return { sought: achieved(objective, sought)?.value ?? 0, mean, gap: presentMean(gap), short };
}

/**
 * Returns what a search makes lowest. Plans that break the floor rank behind all that keep it, by how much they break it
 * (Deb 2000, Comput. Methods Appl. Mech. Eng. 186, 311–338). Where chances tie, the mean of the series decides, worth at
 * most one run in a thousand. Between two aims, the larger of what is lost of each counts, as a part of what lies between
 * their best plans (the weighted metric of Chebyshev), their sum breaking ties.
 */
export function searchValue(aim: Aim, { sought, mean, gap, short }: Seen, of: Objective["of"]): number {
  // Above every value of a plan that keeps the floor, which lies in −1.001 … 1.
  if (short > 0) return 1 + short;
  if (aim.for === "sought") return of === "target" ? -sought - mean / 1000 : -mean;
  if (aim.for === "gap") return gap;
  const { most, closest } = aim;
  const lost = [
    (most.sought - sought) / (most.sought - closest.sought),
    (gap - closest.gap) / (most.gap - closest.gap),
  ];
  const worst = Math.max(0, ...lost) + 0.01 * Math.max(0, (lost[0] as number) + (lost[1] as number));
  return worst / (1 + worst);
}
