import {
  type Draw,
  type FunnelSeries,
  type Plan,
  prepare,
  type Scenario,
  type Transition,
  tierNames,
  transitions,
} from "@uptake/model";
import { type Difference, meanDifference, noDifference } from "../compare/compare.ts";
import { checkReplicates } from "../ensemble/ensemble.ts";
import { cutAt } from "../evaluate/cut-at.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions, EvaluationFailure, Statistic } from "../evaluate/evaluation.ts";
import { funnelReading, funnelReadingNames, memberships } from "../readings/funnel-readings.ts";
import { ofShares } from "../statistics/held-within.ts";
import { type Units, unitsOf, worldsFrom } from "../statistics/worlds-of.ts";
import { targetSeries } from "../target/target-series.ts";
import { type FunnelAt, funnelFrom, type ReadFunnel } from "./funnel-at.ts";

/** Replicates of each plan unless another number is asked for. */
export const usualEasedRuns = 32;

/** Sets how the runs are made that bottlenecks are told from. */
export interface BottlenecksOptions extends EvaluateOptions {
  /** Makes the runs (default {@link evaluateHere}). */
  readonly evaluate?: Evaluate;
  /** Runs of each of the ten plans, 1 … 100,000 (default 32). */
  readonly replicates?: number;
  /** Text that every draw follows from (default `uptake`). */
  readonly seed?: string;
  /** Number of the first replicate, whole, from 0 (default 0). */
  readonly first?: number;
}

/** Holds what comes of making one transition easier. */
export interface EasedTransition {
  /** The transition that is half as hard. */
  readonly transition: Transition;
  /** Whether anybody took it up to the month, as set or eased, or the result changed; where not, nothing can be told. */
  readonly moves: boolean;
  /** What the target's series gains, eased less as set, in the same worlds and luck; null fields where nothing can be told. */
  readonly gain: Difference;
  /** How far this gain is behind the largest, paired too; null for the largest, and where nothing can be told. */
  readonly behind: Difference | null;
}

/** Holds what each step would add to a plan if it were half as hard. Plain and serialisable. */
export interface EasedSteps {
  /** Version of the package that made it. */
  readonly version: string;
  /** Name of the scenario. */
  readonly name: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** How worlds were drawn. */
  readonly parameters: Draw;
  /** Replicates of each plan. */
  readonly replicates: number;
  /** Different worlds among the replicates. */
  readonly worlds: number;
  /** Series of which more is gained. */
  readonly series: string;
  /** Index of the series: the target's month, or the last one where the horizon is shorter. */
  readonly month: number;
  /** All transitions, largest gain first; then those of which nothing can be told. */
  readonly transitions: readonly EasedTransition[];
  /** The transition that holds the plan back most, where its gain lies above zero; null where none does. */
  readonly first: Transition | null;
  /** Whether it is ahead of each other one: every paired difference lies above zero. */
  readonly clear: boolean;
}

/** Holds where a plan gets stuck, with the runs that this rests on. Plain and serialisable. */
export interface Bottlenecks extends EasedSteps {
  /** Where teachers and schools are in the runs as set. */
  readonly funnel: FunnelAt;
  /** Runs that failed; their replicates are left out. */
  readonly failures: readonly EvaluationFailure[];
  /** Checksum of each run, in the order of evaluations; empty where it failed. */
  readonly checksums: readonly string[];
}

/** Names the flow of the funnel that counts a transition. */
const flowOf: Readonly<Record<Transition, FunnelSeries>> = {
  join: "joined",
  drop: "dropped",
  hear: "heard",
  try: "tried",
  "give-up": "gaveUp",
  use: "used",
  own: "owned",
  lapse: "stopped",
  leave: "left",
};

/** Returns a plan in which a transition is half as hard: its odds are doubled, or those of a loss halved. */
function eased(plan: Plan, transition: Transition): Plan {
  const { ease } = plan.scenario;
  return { ...plan, scenario: { ...plan.scenario, ease: { ...ease, [transition]: 2 * ease[transition] } } };
}

/** Reads a plan's numbers of the runs: the result, and each series of the funnel, one number a replicate. */
interface PlanRuns {
  readonly result: readonly number[];
  readonly read: ReadFunnel;
}

function took({ read }: PlanRuns, transition: Transition): boolean {
  return memberships.some((membership) =>
    tierNames.some((tier) => read(funnelReading(membership, tier, flowOf[transition])).some((count) => count > 0)),
  );
}

/** Holds the transitions against each other. */
function rank(
  asSet: PlanRuns,
  plans: ReadonlyMap<Transition, PlanRuns>,
  units: Units,
): Pick<EasedSteps, "transitions" | "first" | "clear"> {
  const all = [...plans].map(([transition, runs]) => {
    const gain = meanDifference(asSet.result, runs.result, units, ofShares);
    const changed = runs.result.some((value, r) => Math.abs(value - (asSet.result[r] as number)) > 0);
    const moves = changed || took(asSet, transition) || took(runs, transition);
    return { transition, moves, gain: moves ? gain : noDifference };
  });
  const known = all
    .filter(({ gain }) => gain.estimate !== null)
    .sort((a, b) => (b.gain.estimate as number) - (a.gain.estimate as number));
  const [largest, ...others] = known;
  const most = largest && (plans.get(largest.transition) as PlanRuns).result;
  const ranked = others.map((one) => ({
    ...one,
    behind: meanDifference((plans.get(one.transition) as PlanRuns).result, most as readonly number[], units, ofShares),
  }));
  const first = largest && (largest.gain.low ?? 0) > 0 ? largest.transition : null;
  return {
    transitions: [
      ...(largest ? [{ ...largest, behind: null }] : []),
      ...ranked,
      ...all.filter(({ gain }) => gain.estimate === null).map((one) => ({ ...one, behind: null })),
    ],
    first,
    clear: first !== null && ranked.every(({ behind }) => (behind.low ?? 0) > 0),
  };
}

/**
 * Says where a scenario gets stuck: by how much what its target counts would be higher at the target's month if each
 * transition in turn were half as hard, its odds doubled, or halved for a loss, in the same worlds and luck. Runs go to
 * that month and no further. A transition that nobody takes, as set or eased, has no gain: nothing can be told of it.
 *
 * @throws InputError when an option is out of range.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 * import { bottlenecks, describeBottlenecks } from "@uptake/study/funnel";
 *
 * const found = await bottlenecks(scenario({ district: "small-rural", strategy: "coaching-only" }), { replicates: 4 });
 * console.log(found.transitions[0]?.transition, found.clear, describeBottlenecks(found, found.funnel));
 * ```
 */
export async function bottlenecks(scenario: Scenario, options: BottlenecksOptions = {}): Promise<Bottlenecks> {
  const { evaluate = evaluateHere, replicates = usualEasedRuns, seed = "uptake", first = 0, ...running } = options;
  checkReplicates(replicates, seed, first);
  const month = Math.min(scenario.target.month, scenario.horizon);
  const series = targetSeries(scenario.target.of);
  const names = transitions.map(({ name }) => name);
  const plan = cutAt(await prepare(scenario), month);
  const plans = [plan, ...names.map((name) => eased(plan, name))];
  const evaluations = plans.flatMap((_, p) =>
    Array.from({ length: replicates }, (_, r) => ({ plan: p, replicate: first + r })),
  );
  const statistics: Statistic[] = [series, ...funnelReadingNames].map((name) => ({ series: name, month }));
  const { values, failures, checksums } = await evaluate({ plans, seed, statistics, evaluations }, running);
  const runsOf = (p: number): PlanRuns => {
    const at = (s: number): number[] =>
      Array.from({ length: replicates }, (_, r) => values[(p * replicates + r) * statistics.length + s] as number);
    return { result: at(0), read: (reading) => at(1 + funnelReadingNames.indexOf(reading)) };
  };
  const worlds = worldsFrom(seed, replicates, scenario.parameters, first);
  const asSet = runsOf(0);
  return {
    version: plan.version,
    name: scenario.name,
    seed,
    parameters: scenario.parameters.draw,
    replicates,
    worlds: worlds.count,
    series,
    month,
    ...rank(asSet, new Map(names.map((name, i) => [name, runsOf(1 + i)])), unitsOf(worlds)),
    funnel: funnelFrom(asSet.read, { month, worlds }),
    failures,
    checksums,
  };
}
