import { parameters, prepare, type Scenario, type Target, worldCount } from "@uptake/model";
import { checkReplicates } from "../ensemble/ensemble.ts";
import { type Summary, summary } from "../ensemble/summary.ts";
import { cutAt } from "../evaluate/cut-at.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions, EvaluationFailure } from "../evaluate/evaluation.ts";
import { ofShares } from "../statistics/held-within.ts";
import { wilson } from "../statistics/wilson.ts";
import type { TargetProbability } from "../target/target.ts";
import { targetSeries } from "../target/target-series.ts";

/**
 * Lists what may be believed of the effects of lessons and levers: all at a level (their quartiles among the kept worlds,
 * or the scenario's own), or drawn with one common factor, so that they succeed or fail together.
 */
export const beliefs = ["sceptical", "central", "hopeful", "common"] as const;
/** Names one of {@link beliefs}. */
export type Belief = (typeof beliefs)[number];

/** Most runs of a strategy under each belief, in answers that have other things to tell. */
export const mostBelievedRuns = 64;

/** Holds the headline of a scenario under one belief. */
export interface BelievedHeadline {
  /** The belief; `as set` for the scenario as it stands. */
  readonly belief: Belief | "as set";
  /** What the target is of (adoption, for teachers) at the headline's month. */
  readonly reached: Summary;
  /** Chance of the target; null beyond the horizon. */
  readonly chance: TargetProbability;
}

/** Holds the headline of a scenario under each belief. Plain and serialisable. */
export interface UnderBeliefs extends Pick<Target, "share" | "of"> {
  /** Name of the scenario. */
  readonly name: string;
  /** Index at which runs are read: the target's, or the last one where the horizon is shorter. */
  readonly month: number;
  /** Runs of each belief, each in a world of its own unless all are of the fixed world. */
  readonly replicates: number;
  /** In the order of {@link beliefs}, after the scenario as it stands where that was asked for. */
  readonly beliefs: readonly BelievedHeadline[];
}

/** Sets how the runs are made that headlines are told from. */
export interface UnderBeliefsOptions extends EvaluateOptions {
  /** Makes the runs (default {@link evaluateHere}). */
  readonly evaluate?: Evaluate;
  /** Runs of each scenario under each belief, 1 … 100,000 (default 64); never more than there are worlds. */
  readonly replicates?: number;
  /** Text that every draw follows from (default `uptake`). */
  readonly seed?: string;
  /** Number of the first replicate, whole, from 0 (default 0). */
  readonly first?: number;
  /** Numbers of the replicates, in place of those that follow `first`: at least as many as are run. */
  readonly numbers?: readonly number[];
  /** Whether the scenarios are run as they stand too (default false). */
  readonly asSet?: boolean;
}

/** Holds headlines and the runs that they rest on. */
export interface BelievedRuns {
  /** One a scenario, in their order. */
  readonly headlines: readonly UnderBeliefs[];
  /** What is reached at the headline's month as each scenario stands, one number per replicate; empty unless asked for. */
  readonly reached: readonly (readonly number[])[];
  /** Runs that failed; the numbers are of the others. */
  readonly failures: readonly EvaluationFailure[];
  /** Checksum of each run, in the order of evaluations; empty where it failed. */
  readonly checksums: readonly string[];
}

/**
 * Returns a scenario under each belief that can make a difference to it: none where the scenario gives every effect a
 * value of its own, and no common factor in a fixed world, which has nothing to share.
 */
export function believedScenarios(scenario: Scenario): { readonly belief: Belief; readonly scenario: Scenario }[] {
  const { values, priors, draw } = scenario.parameters;
  const free = parameters.some(({ name, effect }) => effect && !(name in values) && !(name in priors));
  if (!free) return [];
  return beliefs
    .filter((belief) => belief !== "common" || draw !== "fixed")
    .map((belief) => {
      const own =
        belief === "common"
          ? ({ effects: "common", level: null } as const)
          : ({ effects: "independent", level: belief } as const);
      return { belief, scenario: { ...scenario, parameters: { ...scenario.parameters, ...own } } };
    });
}

/**
 * Runs scenarios under each belief to the month of their targets and no further, in the same worlds and luck.
 *
 * @throws InputError when an option is out of range.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 * import { underBeliefs } from "@uptake/study/beliefs";
 *
 * const plan = scenario({ district: "small-rural", strategy: "coaching-only" });
 * const { headlines } = await underBeliefs([plan], { replicates: 4 });
 * for (const { belief, reached } of headlines[0]?.beliefs ?? []) console.log(belief, reached.mean);
 * ```
 */
export async function underBeliefs(
  scenarios: readonly Scenario[],
  options: UnderBeliefsOptions = {},
): Promise<BelievedRuns> {
  const {
    evaluate = evaluateHere,
    replicates: asked = 64,
    seed = "uptake",
    first = 0,
    numbers,
    asSet,
    ...running
  } = options;
  checkReplicates(asked, seed, first);
  const cases = scenarios.flatMap((scenario, of) => [
    ...(asSet ? [{ of, belief: "as set" as const, scenario }] : []),
    ...believedScenarios(scenario).map((one) => ({ of, ...one })),
  ]);
  const month = ({ target, horizon }: Scenario): number => Math.min(target.month, horizon);
  const plans = await Promise.all(cases.map(async ({ scenario }) => cutAt(await prepare(scenario), month(scenario))));
  const asks = cases.map(({ scenario }) => ({ series: targetSeries(scenario.target.of), month: month(scenario) }));
  const statistics = asks.filter(
    (one, i) => asks.findIndex(({ series, month: at }) => series === one.series && at === one.month) === i,
  );
  const counts = cases.map(({ scenario: { parameters: how } }) =>
    how.draw === "fixed" ? asked : Math.min(asked, worldCount(how) ?? asked),
  );
  const evaluations = counts.flatMap((count, plan) =>
    Array.from({ length: count }, (_, r) => ({ plan, replicate: numbers?.[r] ?? first + r })),
  );
  const { values, failures, checksums } = await evaluate({ plans, seed, statistics, evaluations }, running);
  let from = 0;
  const found = cases.map(({ of, belief }, c) => {
    const rows = Array.from({ length: counts[c] as number }, (_, r) => from + r);
    from += rows.length;
    const { series, month: at } = asks[c] as (typeof asks)[number];
    const place = statistics.findIndex((one) => one.series === series && one.month === at);
    return { of, belief, reached: rows.map((row) => values[row * statistics.length + place] as number) };
  });
  return {
    headlines: scenarios.map((scenario, s): UnderBeliefs => {
      const mine = found.filter(({ of }) => of === s);
      return {
        name: scenario.name,
        month: month(scenario),
        share: scenario.target.share,
        of: scenario.target.of,
        replicates: mine[0]?.reached.length ?? 0,
        beliefs: mine.map(({ belief, reached }) => headlineOf(belief, reached, scenario)),
      };
    }),
    reached: scenarios.map((_, s) => found.find(({ of, belief }) => of === s && belief === "as set")?.reached ?? []),
    failures,
    checksums,
  };
}

/** Summarises what is reached at the month of the headline; runs that failed are left out. */
function headlineOf(
  belief: BelievedHeadline["belief"],
  all: readonly number[],
  { target, horizon }: Scenario,
): BelievedHeadline {
  const kept = all.filter((value) => !Number.isNaN(value));
  const { share, month } = target;
  const none = { ...target, probability: null, low: null, high: null, replicates: kept.length } as const;
  const chance =
    month > horizon || kept.length === 0
      ? none
      : { ...target, ...wilson(kept.filter((value) => value >= share).length, kept.length) };
  return { belief, reached: summary(kept, undefined, ofShares), chance };
}
