import { seriesRange } from "../readings/series-range.ts";
import { type MeanInterval, meanInterval } from "../statistics/mean-interval.ts";
import type { OutcomeMatrix } from "./outcome-matrix.ts";
import { regret, type StrategyRegret } from "./regret.ts";
import { robustness, type StrategyRobustness } from "./robustness.ts";
import { changeOf, type ShockHarm, shockHarm } from "./shock-harm.ts";
import { type WorstTenth, worstTenth } from "./worst-tenth.ts";

/** Holds what a strategy brings under one set of shocks, over worlds. */
export interface StressedStrategy {
  /** Name of the strategy. */
  readonly strategy: string;
  /** Mean of the measure over worlds. */
  readonly outcome: MeanInterval;
  /** Outcome less that without shocks, in the same worlds and luck; null where no set is without shocks. */
  readonly change: MeanInterval | null;
  /** How that change stands among the sets of shocks; null without shocks, or where no set is. */
  readonly harm: ShockHarm | null;
  /** Share of worlds in which the threshold is met. */
  readonly robustness: StrategyRobustness;
  /** What is forgone against the best strategy of each world; null of a strategy alone, which forgoes nothing. */
  readonly regret: Omit<StrategyRegret, "regrets"> | null;
  /** Mean outcome of the worst tenth of worlds. */
  readonly worstTenth: WorstTenth;
}

/** Holds what strategies bring under one set of shocks. */
export interface UnderShocks {
  /** Name of the set of shocks. */
  readonly shock: string;
  /** Says what happens in it. */
  readonly doc: string;
  /** Worlds in which every strategy has an outcome. */
  readonly worlds: number;
  /** Worlds left out because a strategy has no outcome there. */
  readonly leftOut: number;
  /** In the order asked; empty where fewer than two worlds have outcomes. */
  readonly strategies: readonly StressedStrategy[];
}

/** Reports what strategies bring under set `k` of shocks; `outcomes[s][k][w]`, NaN where there is none, `spared` the set without shocks. */
export function underShocks(
  told: { readonly shock: string; readonly doc: string },
  strategies: readonly string[],
  outcomes: readonly (readonly (readonly number[])[])[],
  k: number,
  spared: number,
  {
    measure,
    value,
    better,
    tolerance,
  }: { measure: string; value: number; better: "higher" | "lower"; tolerance: number },
): UnderShocks {
  const all = outcomes.map((one) => one[k] as readonly number[]);
  const worlds = Array.from((all[0] ?? []).keys()).filter((w) => all.every((row) => !Number.isNaN(row[w])));
  const leftOut = (all[0]?.length ?? 0) - worlds.length;
  if (worlds.length < 2) return { ...told, worlds: worlds.length, leftOut, strategies: [] };
  const matrix: OutcomeMatrix = { strategies, better, values: all.map((row) => worlds.map((w) => row[w] as number)) };
  const range = seriesRange(measure);
  const robust = robustness(matrix, value);
  const regrets = strategies.length < 2 ? [] : regret(matrix, tolerance, range);
  return {
    ...told,
    worlds: worlds.length,
    leftOut,
    strategies: strategies.map((strategy, s) => {
      const own = matrix.values[s] as readonly number[];
      return {
        strategy,
        outcome: meanInterval(own, undefined, range),
        change: spared < 0 ? null : changeOf(outcomes[s] as number[][], spared, k, range),
        harm: spared < 0 ? null : shockHarm(outcomes[s] as number[][], { k, spared, better, range }),
        robustness: robust[s] as StrategyRobustness,
        regret: withoutWorlds(regrets[s]),
        worstTenth: worstTenth(own, better, range),
      };
    }),
  };
}

/** Leaves out what a strategy forgoes in each single world. */
function withoutWorlds(regret: StrategyRegret | undefined): Omit<StrategyRegret, "regrets"> | null {
  if (regret === undefined) return null;
  const { regrets: _, ...rest } = regret;
  return rest;
}
