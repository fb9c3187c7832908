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
 * `outcomes[k][w]` is the outcome under set `k` in world `w`, NaN where there is none. Null of `spared` itself and of a set
 * without an outcome.
 */
export function shockHarm(
  outcomes: readonly (readonly number[])[],
  { k, spared, better }: { readonly k: number; readonly spared: number; readonly better: "higher" | "lower" },
): ShockHarm | null {
  const way = better === "higher" ? 1 : -1;
  const changes = outcomes.flatMap((_, set) => {
    const change = set === spared ? null : changeOf(outcomes, spared, set);
    return change === null ? [] : [{ set, by: way * change.mean }];
  });
  const own = changes.find(({ set }) => set === k);
  if (own === undefined) return null;
  const worst = changes.reduce((a, b) => (b.by < a.by ? b : a));
  const alike = (set: number): boolean => {
    const difference = changeOf(outcomes, worst.set, set);
    const nearest = way > 0 ? difference?.low : difference?.high;
    return typeof nearest !== "number" || way * nearest <= 0;
  };
  return {
    place: 1 + changes.filter(({ by }) => by < own.by).length,
    overWorst: k === worst.set ? null : changeOf(outcomes, worst.set, k),
    tiedWithWorst: k === worst.set ? changes.some(({ set }) => set !== worst.set && alike(set)) : alike(k),
  };
}

/**
 * Returns the mean change of an outcome from one set of shocks to another, over the worlds that have both; `outcomes` are
 * as in {@link shockHarm}.
 */
export function changeOf(outcomes: readonly (readonly number[])[], from: number, to: number): MeanInterval | null {
  return meanOfPresent((outcomes[to] ?? []).map((value, w) => value - (outcomes[from]?.[w] as number)));
}
