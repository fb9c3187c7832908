import { interval } from "./rounded.mjs";

/** Names a plan of a search by its label; a yardstick that was scaled down to the sum says so in it. */
const planOf = (plan) => ({
  label: plan.label,
  found: plan.found,
  plannedCost: plan.plannedCost,
  cost: interval(plan.cost),
  adoption: interval(plan.adoption),
  worstThird: interval(plan.worstTier),
  gap: interval(plan.gap),
  evenChance: plan.levels.find(({ chance }) => chance === 0.5),
});

/** Records a search: for each sum the best plan with its settings, what it comes to under each belief, and what ties. */
export function recordSearch({ budgets, headlines, replicates, worlds }) {
  return {
    replicates,
    worlds,
    budgets: budgets.map(({ budget, plans }, i) => ({
      budget,
      best: { ...planOf(plans[0]), values: plans[0].values, levers: plans[0].levers },
      yardstick: planOf(plans.find(({ found, label }) => !found && label !== "business-as-usual")),
      ties: plans.filter(({ tied }, place) => tied && place > 0).map(({ label }) => label),
      tried: plans.length,
      beliefs: headlines[i].beliefs.map(({ belief, reached, chance }) => ({
        belief,
        replicates: headlines[i].replicates,
        adoption: interval(reached),
        chance: interval(chance),
      })),
      decides: headlines[i].decides.parameter,
    })),
  };
}

/** Records a stress test: what each plan comes to under each set of shocks, and what the shock changes. */
export function recordStress({ underShocks, worlds, threshold, vulnerabilities }) {
  return {
    worlds: worlds.count,
    threshold,
    shocks: underShocks.map(({ shock, doc, strategies }) => ({
      shock,
      doc,
      plans: Object.fromEntries(
        strategies.map(({ strategy, outcome, change, robustness }) => [
          strategy,
          { adoption: interval(outcome), change: interval(change), success: interval(robustness) },
        ]),
      ),
    })),
    failures: vulnerabilities.map(({ strategy, sentence }) => ({ strategy, sentence })),
  };
}

const rankingOf = (ranking) =>
  ranking.map(({ plan, rank, change, ...mean }) => ({
    plan,
    rank,
    adoption: interval(mean),
    change: change && interval(change),
  }));

/** Records rival assumptions: what plans come to under each, and which pairs change places. */
export function recordRivals({ ranking, pairs, rivals, replicates }) {
  return {
    replicates,
    ranking: rankingOf(ranking),
    ties: pairs
      .filter(({ difference: { low, high } }) => low <= 0 && high >= 0)
      .map(({ first, second }) => [first, second]),
    rivals: rivals.map(({ name, doc, ranking: own, pairs: compared, flips, decided }) => ({
      name,
      doc,
      flips,
      decided,
      flipped: compared.filter((pair) => pair.flips).map(({ first, second }) => [first, second]),
      ranking: rankingOf(own),
    })),
  };
}

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

/** Records what each lesson adds, over all orders of joining, and what is lost where it alone is left out. */
export function recordShares({ policy: { replicates, plans, from, to, change, shares } }) {
  return {
    replicates,
    plans,
    from: interval(from),
    to: interval(to),
    change: interval(change),
    shares: shares
      .map(({ player, alone, last, ...share }) => ({
        player,
        share: interval(share),
        alone: interval(alone),
        last: interval(last),
      }))
      .sort((a, b) => b.share.value - a.share.value),
  };
}
