import type { Ensemble } from "@uptake/study";
import type { Series } from "@uptake/study/ensemble";

/** Names the series that the page draws. */
const drawn = /^(adoption|gap|tier\..*)$/;

/**
 * Completes an ensemble that is still running. The replicates not yet run are taken from `anchor`, another plan in the
 * same worlds and luck, moved by the mean paired difference of those that both have. So a curve glides from the anchor's
 * to its own while runs come in, instead of starting over from a single run; once all are there, it is the ensemble itself.
 * Of the series it holds those that the page draws.
 */
export function sketch(plan: Ensemble, anchor: Ensemble | undefined): Ensemble {
  const done = plan.replicates;
  if (!anchor || anchor.replicates <= done || anchor.horizon !== plan.horizon || anchor.seed !== plan.seed) return plan;
  const all = anchor.replicates;
  const series = new Map<string, Series>();
  for (const [name, { length, values }] of plan.series) {
    if (!drawn.test(name)) continue;
    const other = anchor.series.get(name);
    if (!other || other.length !== length) continue;
    const share = name !== "gap";
    series.set(name, { replicates: all, length, values: complete(values, other.values, done, all, length, share) });
  }
  const one = (values: Float64Array, others: Float64Array): Float64Array =>
    complete(values, others, done, all, 1, false);
  const group = (
    map: ReadonlyMap<string, Float64Array>,
    others: ReadonlyMap<string, Float64Array>,
  ): Map<string, Float64Array> =>
    new Map([...map].map(([name, values]) => [name, one(values, others.get(name) ?? values)]));
  const cost = {
    total: one(plan.cost.total, anchor.cost.total),
    byCategory: group(plan.cost.byCategory, anchor.cost.byCategory),
    byTier: group(plan.cost.byTier, anchor.cost.byTier),
  };
  return { ...plan, replicates: all, worlds: anchor.worlds, series, cost };
}

/** Lays the rows done over the anchor's rows, which are moved by the mean difference of the rows done, column by column. */
function complete(
  values: Float64Array,
  others: Float64Array,
  done: number,
  all: number,
  length: number,
  share: boolean,
): Float64Array {
  const out = new Float64Array(all * length);
  out.set(values.subarray(0, done * length));
  for (let i = 0; i < length; i++) {
    let shift = 0;
    for (let r = 0; r < done; r++) shift += values[r * length + i]! - others[r * length + i]!;
    shift /= done;
    for (let r = done; r < all; r++) {
      const moved = others[r * length + i]! + shift;
      out[r * length + i] = share ? Math.min(1, Math.max(0, moved)) : moved;
    }
  }
  return out;
}
