import type { Scenario } from "@uptake/model";
import type { EvaluationJob, Statistic } from "@uptake/study/evaluate";
import { sustainedMonth, targetSeries } from "@uptake/study/target";

/** Most statistics of a job that are all kept: a job that reads more reads every month, or whole runs. */
const mostOutcomes = 40;

/** Series kept of a job that reads more, beside what the target is of. */
const core = ["adoption", "worstTier", "gap", "depth50", "studentsTwice", "label", "schoolsAdopting"];

/** Lists the main outcomes of a scenario: at the target's month, two years after funding ends and at the end, and the cost. */
function mainOutcomes({ target, horizon, ...scenario }: Scenario): Statistic[] {
  const asked = [target.month, sustainedMonth({ target, horizon, ...scenario }), horizon];
  const months = [...new Set(asked.filter((month) => month <= horizon))].sort((a, b) => a - b);
  const names = [...new Set([targetSeries(target.of), ...core])];
  return [...names.flatMap((series) => months.map((month) => ({ series, month }))), { series: "cost", month: horizon }];
}

/**
 * Lists which outcomes of a job's runs are kept: all that it reads where those are few, otherwise the main ones of its
 * scenarios, and all main ones of runs that are read whole.
 */
export function keptOutcomes({ plans, statistics, whole }: EvaluationJob): Statistic[] {
  const scenarios = new Set(plans.map(({ scenario }) => scenario));
  const key = ({ series, month }: Statistic): string => `${series} ${month}`;
  const main = new Map([...scenarios].flatMap(mainOutcomes).map((one) => [key(one), one]));
  const read = statistics.length <= mostOutcomes ? statistics : statistics.filter((one) => main.has(key(one)));
  return [...new Map([...read.map((one): [string, Statistic] => [key(one), one]), ...(whole ? main : [])]).values()];
}
