import { interval } from "./interval.mjs";

/** Records a sensitivity study: the shares of the variance that go through each number, and through luck. */
export function recordBeliefs({ indices, runs, leaders, screening }) {
  const indexOf = ({ name, first, total }) => ({ name, first: interval(first), total: interval(total) });
  return {
    runs,
    screened: screening.factors.length,
    mean: indices.mean,
    variance: indices.variance,
    rows: indices.rows,
    tooFew: indices.tooFew,
    halfWidth: indices.halfWidth,
    reason: indices.reason ?? null,
    leaders,
    numbers: indices.factors.map(indexOf).sort((a, b) => b.total.value - a.total.value),
    luck: indexOf(indices.luck),
  };
}
