import { coachedThroughout } from "./coached-throughout.ts";
import type { AnyEnsemble } from "./streamed-ensemble.ts";
import { summariseAt } from "./summarise.ts";

/** Holds a share of teachers at an index. */
export interface Bound {
  /** Index, from 0. */
  readonly month: number;
  /** Share of teachers, 0 … 1. */
  readonly share: number;
}

/**
 * Adoption above which a strategy is suspect: what it comes to when .40 of those who do not use begin each year, from
 * 15%, with 16% of teachers leaving, replaced at 15%, and 7% of users lapsing. Source: arithmetic; the fastest on record
 * is near it, and is twelve coached teachers (Wineburg 1995, ED385528).
 */
export const fastBounds: readonly Bound[] = [
  { month: 10, share: 0.48 },
  { month: 22, share: 0.63 },
  { month: 34, share: 0.69 },
];

/**
 * Adoption in member schools below which three years of a coach for 20 teachers are suspect: the lower bounds of
 * pattern P15. Source: Kraft, Blazar and Hogan 2018 for programmes at scale, and use observed in whole districts (Weiss
 * and others).
 */
export const slowBounds: readonly Bound[] = [
  { month: 10, share: 0.18 },
  { month: 22, share: 0.24 },
  { month: 34, share: 0.28 },
];

/** Adoption at the start that the bounds are meant for. */
const ordinaryStart = { low: 0.1, high: 0.2 } as const;

/** Holds whether a strategy does what nothing on record does. */
export interface Suspicion {
  /** Whether either of the two is so. */
  readonly suspect: boolean;
  /** Whether mean adoption is above {@link fastBounds} in any May; null where the start is no ordinary one. */
  readonly fast: boolean | null;
  /** Whether coached schools stay below {@link slowBounds} in every May; null where no such coaching is judged, or the ensemble has no series of them. */
  readonly slow: boolean | null;
}

/**
 * Tells whether an ensemble is implausibly fast, or its coached schools implausibly slow, in the mean of its replicates:
 * a reason to doubt the model. A flag, never a target. It judges adoption by teachers whatever the scenario's target is
 * of: no speed on record is of students reached, deep use or schools.
 */
export function suspect(ensemble: AnyEnsemble): Suspicion {
  const { mean: start } = summariseAt(ensemble, "adoption", 0);
  if (start === null || start < ordinaryStart.low || start > ordinaryStart.high)
    return { suspect: false, fast: null, slow: null };
  const fast = fastBounds.some(({ month, share }) => {
    const { mean } = summariseAt(ensemble, "adoption", month);
    return mean !== null && mean > share;
  });
  if (!ensemble.series.has("adoptionMembers")) return { suspect: fast, fast, slow: null };
  const members = slowBounds.map(({ month }) => summariseAt(ensemble, "adoptionMembers", month).mean);
  const judged = coachedThroughout(ensemble.scenario) && members.every((mean) => mean !== null);
  const slow = judged ? slowBounds.every(({ share }, m) => (members[m] as number) < share) : null;
  return { suspect: fast || slow === true, fast, slow };
}
