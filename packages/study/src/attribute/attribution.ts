import { type Draw, InputError, type Issue, type Plan, pow, type Scenario, thousands } from "@uptake/model";
import { mean } from "simple-statistics";
import { outOfRange } from "../design/checks.ts";
import { checkReplicates } from "../ensemble/ensemble.ts";
import { type Summary, summary } from "../ensemble/summary.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions, EvaluationFailure, Statistic } from "../evaluate/evaluation.ts";
import { seriesRange } from "../readings/series-range.ts";
import { checkMeasure } from "../rivals/check-rivals.ts";
import type { ValueRange } from "../statistics/held-within.ts";
import { type Ratio, ratioOfMeans } from "../statistics/ratio.ts";
import { unitsOf, worldsOf } from "../statistics/worlds-of.ts";
import { targetSeries } from "../target/target-series.ts";
import type { Game } from "./game.ts";
import { play } from "./play.ts";

/** Sets what is shared out and how it is run. */
export interface AttributionOptions extends EvaluateOptions {
  /** Makes the runs (default {@link evaluateHere}). */
  readonly evaluate?: Evaluate;
  /** Series shared out (default what the scenario's target is of). */
  readonly series?: string;
  /** Index of the series, 0 … horizon (default the target's). */
  readonly month?: number;
  /** Number of replicates, 1 … 100,000 (default 32). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Most players for whom every coalition is run, 1 … 12 (default 10); for more, orders are sampled. */
  readonly exactPlayers?: number;
  /** Orders sampled a replicate where not every coalition is run, even, 2 … 1,000 (default 4). */
  readonly orders?: number;
}

/** Holds what one player adds, in the unit of the series. Intervals are of paired means over replicates, 95%. */
export interface Share extends Summary {
  /** Name of the player. */
  readonly player: string;
  /** Share of the whole change, with Fieller's interval; without a value where the change may be none. */
  readonly ofChange: Ratio;
  /** What the player changes alone. */
  readonly alone: Summary;
  /** What is lost when only this one is left out: another amount than it changes alone where players interact. */
  readonly last: Summary;
  /** `last` less `alone`: above 0 where players need each other, below where they do the same work. */
  readonly together: Summary;
  /** Half-width of the part of the interval that sampled orders make; null where every coalition was run. */
  readonly orderError: number | null;
}

/** Holds a change shared out between players. Plain and serialisable. */
export interface Attribution {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Replicates asked for; those in which a run failed or had no value are left out of every number. */
  readonly asked: number;
  /** Replicates in which every run has a value: those that all numbers rest on. */
  readonly replicates: number;
  /** Different worlds among the replicates. */
  readonly worlds: number;
  /** How worlds were drawn. */
  readonly parameters: Draw;
  /** Series and index that were shared out. */
  readonly statistic: Statistic;
  /** Whether every coalition was run, or orders were sampled (a replicate its own). */
  readonly method: "all coalitions" | "sampled orders";
  /** Orders sampled a replicate; null where every coalition was run. */
  readonly orders: number | null;
  /** Number of different plans run. */
  readonly plans: number;
  /** Value without any player. */
  readonly from: Summary;
  /** Value with all players. */
  readonly to: Summary;
  /** `to` less `from`. */
  readonly change: Summary;
  /** What each player adds, in the order in which players were given. */
  readonly shares: readonly Share[];
  /** Runs that failed; their replicates are left out. */
  readonly failures: readonly EvaluationFailure[];
  /** Checksum of each run, in the order of evaluations; empty where it failed. */
  readonly checksums: readonly string[];
}

/** Holds checked options, complete. */
interface Settled {
  readonly statistic: Statistic;
  readonly replicates: number;
  readonly seed: string;
  readonly exactPlayers: number;
  readonly orders: number;
  readonly evaluate: Evaluate;
  readonly running: EvaluateOptions;
}

/** Checks options and returns them complete. `plan` is one of those to be run, at the scenario's own horizon. */
export function settleOptions(plan: Plan, options: AttributionOptions, more: readonly Issue[]): Settled {
  const { target } = plan.scenario;
  const { series = targetSeries(target.of), month = target.month, replicates = 32, seed = "uptake" } = options;
  const { exactPlayers = 10, orders = 4, evaluate = evaluateHere, onProgress, signal } = options;
  const issues = [...more, ...checkMeasure(plan, series, [month])];
  issues.push(...outOfRange("exactPlayers", exactPlayers, 1, 12), ...outOfRange("orders", orders, 2, 1000));
  if (orders % 2 === 1) {
    const message = `${orders} orders are no pairs of an order and its reverse`;
    issues.push({ code: "odd", path: "orders", message, value: orders, allowed: "an even number" });
  }
  if (issues.length > 0) throw new InputError(issues);
  checkReplicates(replicates, seed, 0);
  const running = { onProgress, signal };
  return { statistic: { series, month }, replicates, seed, exactPlayers, orders, evaluate, running };
}

/** Returns a scenario that ends where the statistic is read: what comes later does not bear on it. */
export function until({ month }: Statistic, scenario: Scenario): Scenario {
  return { ...scenario, horizon: Math.max(1, month) };
}

/** Most runs that one attribution may ask for. */
const mostRuns = 1_000_000;

/** Refuses more runs than can be waited for. */
function checkRuns(players: number, replicates: number, pairs: number): void {
  const coalitions = pairs === 0 ? pow(2, players) : 2 * pairs * (players - 1) + 2 * players + 2;
  const runs = coalitions * replicates;
  if (runs <= mostRuns) return;
  const message = `${players} players in ${replicates} replicates ask for up to ${thousands(runs)} runs`;
  const allowed = `at most ${thousands(Math.floor(mostRuns / coalitions))} replicates`;
  throw new InputError([{ code: "too-large", path: "replicates", message, value: replicates, allowed }]);
}

/** Plays a game and sums it up over replicates. */
export async function attribution(
  game: Game,
  { version, scenario }: Pick<Plan, "version" | "scenario">,
  settled: Settled,
): Promise<Attribution> {
  const { statistic, replicates, seed, exactPlayers, orders, evaluate, running } = settled;
  const pairs = game.players.length > exactPlayers ? orders / 2 : 0;
  checkRuns(game.players.length, replicates, pairs);
  const setting = { evaluate, seed, replicates, statistic, pairs, ...running };
  const { played, plans, failures, checksums } = await play(game, setting);
  const worlds = worldsOf(
    seed,
    played.map(({ replicate }) => replicate),
    scenario.parameters,
  );
  const units = unitsOf(worlds);
  const over = (values: readonly number[], range?: ValueRange): Summary => summary(values, units, range);
  const range = seriesRange(statistic.series);
  const changes = played.map(({ from, to }) => to - from);
  return {
    version,
    seed,
    asked: replicates,
    replicates: played.length,
    worlds: worlds.count,
    parameters: scenario.parameters.draw,
    statistic,
    method: pairs > 0 ? "sampled orders" : "all coalitions",
    orders: pairs > 0 ? orders : null,
    plans,
    from: over(
      played.map(({ from }) => from),
      range,
    ),
    to: over(
      played.map(({ to }) => to),
      range,
    ),
    change: over(changes),
    shares: game.players.map((player, i): Share => {
      const of = (read: (one: (typeof played)[number]) => readonly number[]): number[] =>
        played.map((one) => read(one)[i] as number);
      const shares = of((one) => one.shares);
      return {
        player,
        ...over(shares),
        ofChange: ratioOfMeans(shares, changes, units),
        alone: over(of((one) => one.alone)),
        last: over(of((one) => one.last)),
        together: over(played.map(({ last, alone }) => (last[i] as number) - (alone[i] as number))),
        orderError: orderError(
          pairs,
          of((one) => one.betweenPairs),
        ),
      };
    }),
    failures,
    checksums,
  };
}

/** Returns 1.96 standard errors of the mean share due to orders, from the variance between a replicate's pairs. */
function orderError(pairs: number, variances: readonly number[]): number | null {
  if (pairs < 2 || variances.length === 0) return null;
  return 1.96 * Math.sqrt(mean(variances as number[]) / pairs / variances.length);
}
