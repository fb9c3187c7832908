import { type Plan, prepare, type Scenario } from "@uptake/model";
import {
  type CompareToPrecisionOptions,
  comparedMeasures,
  compareToPrecision,
  type PreciseComparison,
} from "@uptake/study/compare";
import type { AnyEnsemble } from "@uptake/study/ensemble";
import { keepWholeRuns, type Statistic } from "@uptake/study/evaluate";
import { type FunnelAt, funnelFrom, funnelReadingNames } from "@uptake/study/funnel";
import { worldsOf } from "@uptake/study/statistics";
import { mostReplicates } from "../../input/options.ts";
import { needsBaseline, withoutLevers } from "../../words/run-answer.ts";
import type { StudyContext } from "../study-kind.ts";
import { everyMonth } from "./compare-tables.ts";
import { foldedComparison } from "./folded-comparison.ts";

/** Says what is compared, and how precisely. */
export interface CompareRunsOptions {
  readonly of: Statistic;
  /** Half-width asked for; null for as many replicates as `first` says. */
  readonly halfWidth: number | null;
  readonly cap: number;
  readonly first?: number;
}

/** Holds the runs of a comparison: the differences, and what is told of each plan's runs. */
export interface ComparedRuns {
  readonly result: PreciseComparison;
  /** What comparisons report, beside the series of every month. */
  readonly measures: readonly Statistic[];
  /** One a plan, the baseline first. */
  readonly ensembles: readonly AnyEnsemble[];
  /** Business as usual in the same worlds and luck, for each plan; none for business as usual itself. */
  readonly usual: readonly (AnyEnsemble | undefined)[];
  /** Where people are with each plan at the month of its target. */
  readonly funnels: readonly FunnelAt[];
  /** Numbers of the replicates, and checksums of all runs: replicate by replicate, plan by plan. */
  readonly numbers: readonly number[];
  readonly checksums: readonly string[];
  /** Says how the runs were made, where they were folded as they came. */
  readonly making: readonly string[];
}

/** Lists what is read of each run: what comparisons report, and some series in every month. */
function measuresOf(measures: readonly Statistic[], scenario: Scenario): Statistic[] {
  const months = Array.from({ length: scenario.horizon + 1 }, (_, month) => month);
  const monthly = everyMonth(scenario).flatMap((series) => months.map((month) => ({ series, month })));
  const known = new Set(monthly.map(({ series, month }) => `${series} ${month}`));
  return [...measures.filter(({ series, month }) => !known.has(`${series} ${month}`)), ...monthly];
}

const printOf = (scenario: Scenario): string => JSON.stringify(scenario);

/** Holds the plans of a comparison, and where business as usual is found for each. */
interface PlansToRun {
  /** Those compared, then business as usual for those that add to it and share none of them. */
  readonly plans: readonly Plan[];
  readonly also: readonly Plan[];
  /** Place of business as usual among all of these; none for business as usual itself. */
  readonly usual: readonly (number | undefined)[];
}

async function plansToRun(scenarios: readonly Scenario[]): Promise<PlansToRun> {
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
  const names = [...missing.keys()];
  const prepared = (all: Iterable<Scenario>) => Promise.all([...all].map((one) => prepare(one)));
  return {
    plans: await prepared(scenarios),
    also: await prepared(missing.values()),
    usual: without.map((one, p) => {
      if (one === undefined) return undefined;
      const own = place[p] as number;
      return own >= 0 ? own : scenarios.length + names.indexOf(printOf(one));
    }),
  };
}

/**
 * Runs plans in the same worlds and luck, the first being the baseline, until every difference is as precise as asked for,
 * and business as usual beside those that add to it. Where `most` replicates are too few for that and the cap allows more,
 * runs are folded as they come.
 */
export async function compareRuns(
  scenarios: readonly Scenario[],
  options: CompareRunsOptions,
  context: StudyContext,
  most: number = mostReplicates,
): Promise<ComparedRuns> {
  const { plans, also, usual } = await plansToRun(scenarios);
  const [first, ...others] = plans;
  if (!first) throw new Error("there is no baseline");
  const measures = comparedMeasures(first);
  const asked = { ...options, measures: measuresOf(measures, first.scenario) };
  const told = (ensembles: readonly AnyEnsemble[]) => ({
    ensembles: ensembles.slice(0, plans.length),
    usual: usual.map((place) => (place === undefined ? undefined : ensembles[place])),
  });
  // Whole runs are given up where they are too few: only the number of looks is still held while more are made.
  const { looks, kept } = await wholeComparison({ plans, also }, asked, context, most);
  if (kept) return { ...kept, ...told(kept.ensembles), measures };
  const { ensembles, ...folded } = await foldedComparison(
    { baseline: first, others, also },
    { ...asked, first: most, looks },
    context,
  );
  return { ...folded, ...told(ensembles), measures };
}

/** Holds how often precision was looked at, and a comparison whose runs are kept where they were enough. */
interface WholeComparison {
  readonly looks: number;
  readonly kept?: Omit<ComparedRuns, "measures" | "usual">;
}

/** Compares plans in at most `most` replicates, whose runs are kept whole. */
async function wholeComparison(
  { plans, also }: Pick<PlansToRun, "plans" | "also">,
  options: CompareToPrecisionOptions & Pick<CompareRunsOptions, "cap">,
  { evaluate, progress, signal, seed }: StudyContext,
  most: number,
): Promise<WholeComparison> {
  const months = plans.map(({ scenario: { target, horizon } }) => Math.min(target.month, horizon));
  const beside = [...new Set(months)].flatMap((month) => funnelReadingNames.map((series) => ({ series, month })));
  const { evaluate: keeping, runs } = keepWholeRuns(evaluate, { plans, also, seed, beside });
  const [first, ...others] = plans;
  const result = await compareToPrecision(first as Plan, others, {
    ...options,
    cap: Math.min(options.cap, most),
    seed,
    evaluate: keeping,
    signal,
    onProgress: (done, total) => progress("Simulating", done, total),
  });
  const { looks } = result;
  if (result.ended === "cap" && options.cap > most) return { looks };
  const { numbers, checksums } = runs;
  return {
    looks,
    kept: {
      result: { ...result, cap: options.halfWidth === null ? result.cap : options.cap },
      ensembles: runs.ensembles(),
      funnels: plans.map(({ scenario }, p) => {
        const month = months[p] as number;
        const worlds = worldsOf(seed, numbers, scenario.parameters);
        return funnelFrom((reading) => runs.statistic(p, reading, month), { month, worlds });
      }),
      numbers,
      checksums,
      making: [],
    },
  };
}
