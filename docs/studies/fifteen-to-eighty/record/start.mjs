import { meanInterval, ratioOfMeans, wilson } from "@uptake/study/statistics";
import { interval } from "./interval.mjs";
import { readRuns } from "./read-runs.mjs";

const shares = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const months = { start: 0, year3: 34, year5: 58 };
const less = (a, b) => a.map((value, i) => value - b[i]);

/** Reads one value of every run of each plan, replicate by replicate. */
function columnOf(rows, plans, name) {
  return Object.fromEntries(
    plans.map((plan) => [plan, rows.filter(({ strategy }) => strategy === plan).map((row) => row[name])]),
  );
}

/** Compares each plan with the next in the order of adoption, in the same worlds and luck. */
function orderOf(adoption) {
  const mean = (plan) => meanInterval(adoption[plan]).mean;
  const plans = Object.keys(adoption).sort((a, b) => mean(b) - mean(a));
  return plans.slice(1).map((plan, i) => {
    const over = interval(meanInterval(less(adoption[plans[i]], adoption[plan])));
    return { plan: plans[i], next: plan, over, tie: over.low <= 0 };
  });
}

/** Records what strategies come to: adoption, chances, who is left behind, depth, cost, what lasts, and other beliefs. */
export async function recordStart(data, folder) {
  const plans = Object.keys(data);
  const rows = await readRuns(folder, ["strategy", "adoption_34", "adoption_58"]);
  const [year3, year5] = ["adoption_34", "adoption_58"].map((name) => columnOf(rows, plans, name));
  const usual = "business-as-usual";
  const added = (of, plan) => less(of[plan], of[usual]);
  const kept = (plan) => {
    const { value, low, high } = ratioOfMeans(added(year5, plan), added(year3, plan));
    return value === null ? null : { value, low, high };
  };
  const recordOf = (plan, one) => {
    const at = ({ mean, low, high, p10, p90 }, month) => ({
      value: mean[month],
      low: low[month],
      high: high[month],
      p10: p10[month],
      p90: p90[month],
    });
    return {
      replicates: one.replicates,
      worlds: one.worlds,
      adoption: Object.fromEntries(Object.entries(months).map(([name, month]) => [name, at(one.adoption, month)])),
      signUps: at(one.label, months.year3),
      deep: at(one.depth50, months.year3),
      thirds: Object.fromEntries(one.byTier.map((third) => [third.tier, at(third, months.year3)])),
      worstThird: at(one.worstTier, months.year3),
      gap: at(one.gap, months.year3),
      coachHours: Object.fromEntries(one.coachHours.map(({ tier, ...hours }) => [tier, interval(hours)])),
      chances: shares.map((share) => ({
        share,
        ...interval(wilson(year3[plan].filter((value) => value >= share).length, year3[plan].length)),
      })),
      target: interval(one.target),
      cost: { value: one.cost.total, low: one.cost.low, high: one.cost.high },
      costPerAdded: {
        value: one.cost.perAddedSustainedAdopter,
        ...one.cost.perAddedSustainedAdopterInterval,
      },
      addedYear3: interval(meanInterval(added(year3, plan))),
      addedYear5: interval(meanInterval(added(year5, plan))),
      kept: kept(plan),
      stillAtTarget: interval(one.sustained.chance),
      beliefs: one.headline.beliefs.map(({ belief, reached, chance }) => ({
        belief,
        adoption: interval(reached),
        chance: interval(chance),
      })),
      decides: one.headline.decides.parameter,
      suspectlyFast: one.suspect.fast === true,
    };
  };
  const whole = plans.find((plan) => plan.startsWith("whole-schools-decide"));
  const lead = (of) => interval(meanInterval(less(of[whole], of["all-six-lessons-scale-up"])));
  return {
    district: data[usual].district,
    forecasts: data[usual].forecasts,
    leadOfSchoolsThatDecide: { year3: lead(year3), year5: lead(year5) },
    plans: Object.fromEntries(plans.map((plan) => [plan, recordOf(plan, data[plan])])),
    order: orderOf(year3),
  };
}
