import { interval } from "./interval.mjs";

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
