import { prepare, type Scenario } from "@uptake/model";
import type { Ensemble } from "@uptake/study";
import { comparedMeasures, compareToPrecision, type PreciseComparison } from "@uptake/study/compare";
import { keepWholeRuns, type Statistic } from "@uptake/study/evaluate";
import { type FunnelAt, funnelFrom, funnelReadingNames } from "@uptake/study/funnel";
import { worldsOf } from "@uptake/study/statistics";
import { needsBaseline, withoutLevers } from "../../words/run-answer.ts";
import type { StudyContext } from "../study-kind.ts";
import { everyMonth } from "./compare-tables.ts";

/** Says what is compared, and how precisely. */
export interface CompareRunsOptions {
  readonly of: Statistic;
  /** Half-width asked for; null for as many replicates as `first` says. */
  readonly halfWidth: number | null;
  readonly cap: number;
  readonly first?: number;
}

/** Holds the runs of a comparison: the differences, and each plan's runs whole. */
export interface ComparedRuns {
  readonly result: PreciseComparison;
  /** What comparisons report, beside the series of every month. */
  readonly measures: readonly Statistic[];
  /** One a plan, the baseline first. */
  readonly ensembles: readonly Ensemble[];
  /** Business as usual in the same worlds and luck, for each plan; none for business as usual itself. */
  readonly usual: readonly (Ensemble | undefined)[];
  /** Where people are with each plan at the month of its target. */
  readonly funnels: readonly FunnelAt[];
  /** Numbers of the replicates, and checksums of all runs: replicate by replicate, plan by plan. */
  readonly numbers: readonly number[];
  readonly checksums: readonly string[];
}

/** Lists what is read of each run: what comparisons report, and some series in every month. */
function measuresOf(measures: readonly Statistic[], scenario: Scenario): Statistic[] {
  const months = Array.from({ length: scenario.horizon + 1 }, (_, month) => month);
  const monthly = everyMonth(scenario).flatMap((series) => months.map((month) => ({ series, month })));
  const known = new Set(monthly.map(({ series, month }) => `${series} ${month}`));
  return [...measures.filter(({ series, month }) => !known.has(`${series} ${month}`)), ...monthly];
}

const printOf = (scenario: Scenario): string => JSON.stringify(scenario);

/**
 * Runs plans in the same worlds and luck, the first being the baseline, until every difference is as precise as asked for,
 * and business as usual beside those that add to it.
 */
export async function compareRuns(
  scenarios: readonly Scenario[],
  options: CompareRunsOptions,
  { evaluate, progress, signal, seed }: StudyContext,
): Promise<ComparedRuns> {
  const plans = await Promise.all(scenarios.map((one) => prepare(one)));
  const [first, ...others] = plans;
  if (!first) throw new Error("there is no baseline");
  // Plans without levers are business as usual themselves; the others share it where their scenarios agree in the rest.
  const without = scenarios.map((one) => (needsBaseline(one) ? withoutLevers(one) : undefined));
  const known = scenarios.map((one) => printOf(withoutLevers(one)));
  const free = scenarios.map((one) => !needsBaseline(one));
  const place = without.map((one) =>
    one === undefined ? -1 : known.findIndex((print, p) => free[p] === true && print === printOf(one)),
  );
  const missing = new Map<string, Scenario>();
  without.forEach((one, p) => {
    if (one && (place[p] as number) < 0) missing.set(printOf(one), one);
  });
  const also = await Promise.all([...missing.values()].map((one) => prepare(one)));
  const months = scenarios.map(({ target, horizon }) => Math.min(target.month, horizon));
  const beside = [...new Set(months)].flatMap((month) => funnelReadingNames.map((series) => ({ series, month })));
  const kept = keepWholeRuns(evaluate, { plans, also, seed, beside });
  const measures = comparedMeasures(first);
  const result = await compareToPrecision(first, others, {
    ...options,
    measures: measuresOf(measures, first.scenario),
    seed,
    evaluate: kept.evaluate,
    signal,
    onProgress: (done, total) => progress("Simulating", done, total),
  });
  const { runs } = kept;
  const ensembles = runs.ensembles();
  const names = [...missing.keys()];
  const { numbers } = runs;
  return {
    result,
    measures,
    ensembles: ensembles.slice(0, plans.length),
    usual: without.map((one, p) => {
      if (one === undefined) return undefined;
      const own = place[p] as number;
      return ensembles[own >= 0 ? own : plans.length + names.indexOf(printOf(one))];
    }),
    funnels: plans.map(({ scenario }, p) => {
      const month = months[p] as number;
      const worlds = worldsOf(seed, numbers, scenario.parameters);
      return funnelFrom((reading) => runs.statistic(p, reading, month), { month, worlds });
    }),
    numbers,
    checksums: runs.checksums,
  };
}
