import { ofDifferences, type ValueRange } from "../statistics/held-within.ts";
import type { MeanInterval } from "../statistics/mean-interval.ts";
import { meanOfPresent } from "../statistics/mean-of-present.ts";

/** Holds how a set of shocks stands among all, by what it changes of a strategy's outcome. */
export interface ShockHarm {
  /** Place from 1 by the mean change, the worst first; equals share it. */
  readonly place: number;
  /** Outcome less that under the worst set, in the same worlds, with its 95% interval; null of the worst itself. */
  readonly overWorst: MeanInterval | null;
  /** Whether that difference cannot be told from none, at 95%; of the worst itself, whether any other's cannot. */
  readonly tiedWithWorst: boolean;
}

/**
 * Ranks set `k` of shocks by how far it moves a strategy's outcome the wrong way from the set without shocks (`spared`).
 * `outcomes[k][w]` is the outcome under set `k` in world `w`, NaN where there is none; `range` is what it can be, which
 * holds the ends of intervals. Null of `spared` itself and of a set without an outcome.
 */
export function shockHarm(
  outcomes: readonly (readonly number[])[],
  {
    k,
    spared,
    better,
    range,
  }: {
    readonly k: number;
    readonly spared: number;
    readonly better: "higher" | "lower";
    readonly range: ValueRange;
  },
): ShockHarm | null {
  const way = better === "higher" ? 1 : -1;
  const changes = outcomes.flatMap((_, set) => {
    const change = set === spared ? null : changeOf(outcomes, spared, set, range);
    return change === null ? [] : [{ set, by: way * change.mean }];
  });
  const own = changes.find(({ set }) => set === k);
  if (own === undefined) return null;
  const worst = changes.reduce((a, b) => (b.by < a.by ? b : a));
  const alike = (set: number): boolean => {
    const difference = changeOf(outcomes, worst.set, set, range);
    const nearest = way > 0 ? difference?.low : difference?.high;
    return typeof nearest !== "number" || way * nearest <= 0;
  };
  return {
    place: 1 + changes.filter(({ by }) => by < own.by).length,
    overWorst: k === worst.set ? null : changeOf(outcomes, worst.set, k, range),
    tiedWithWorst: k === worst.set ? changes.some(({ set }) => set !== worst.set && alike(set)) : alike(k),
  };
}

/**
 * Returns the mean change of an outcome from one set of shocks to another, over the worlds that have both; `outcomes` and
 * `range` are as in {@link shockHarm}.
 */
export function changeOf(
  outcomes: readonly (readonly number[])[],
  from: number,
  to: number,
  range: ValueRange,
): MeanInterval | null {
  const changes = (outcomes[to] ?? []).map((value, w) => value - (outcomes[from]?.[w] as number));
  return meanOfPresent(changes, undefined, ofDifferences(range));
}
