import type { BoxScatterData, LevelRowsData, Provenance, SuccessByShockData } from "@uptake/charts";
import { parameters } from "@uptake/model";
import type { Breaks } from "@uptake/study/questions";
import { limitsOf, numbersOf } from "@uptake/study/stress";
import { wordsOfSeries } from "@uptake/study/target";
import type { Table } from "../../kit/table.js";
import { breakWords as say } from "../../words/break.js";
import { conditionsOf, harmsOf, measureOf, titleOf } from "./told.js";

/** Says where the numbers of a test come from. */
export function sourceOf({ worlds, seed, version }: Breaks): Provenance {
  const parameters = worlds.from === "priors" ? "priors" : "sampled";
  return { replicates: worlds.count, parameters, seed, version };
}

/** Puts what is known of the reader's own shocks behind the set without any. */
export function withOwn(found: Breaks, own: Breaks | undefined): Breaks["underShocks"] {
  const [none, ...others] = found.underShocks;
  const [, mine] = own && own.worlds.count === found.worlds.count ? own.underShocks : [];
  return none && mine ? [none, mine, ...others] : found.underShocks;
}

/** Lists what each set of shocks changes of the plan itself, in points, the worst first. */
export function harmData(found: Breaks, own?: Breaks): LevelRowsData {
  const [measure, when] = measureOf(found);
  const told = [...harmsOf({ ...found, underShocks: withOwn(found, own) })];
  return {
    ...sourceOf(found),
    of: say.harm.of(measure, when),
    unit: "points",
    by: say.harm.by,
    rows: told
      .toSorted((a, b) => a.change.mean - b.change.mean)
      .map(({ set, change: { mean, low, high } }) => ({
        label: titleOf(set),
        result: { value: 100 * mean, low: 100 * low, high: 100 * high },
      })),
  };
}

/** Lists in what share of worlds each plan succeeds under each set of shocks. */
export function successData(found: Breaks, own?: Breaks): SuccessByShockData {
  const [measure, when] = measureOf(found);
  return {
    ...sourceOf(found),
    success: say.success.success(measure, found.threshold.value, when),
    strategies: found.strategies,
    shocks: withOwn(found, own).map(({ shock, strategies }) => ({
      label: titleOf(shock),
      shares: found.strategies.map((name) => {
        const one = strategies.find(({ strategy }) => strategy === name)?.robustness;
        return one ? { value: one.probability, low: one.low, high: one.high } : null;
      }),
    })),
  };
}

/** Lists what each plan forgoes on average under a set of shocks. */
export function regretData(found: Breaks, own: Breaks | undefined, set: string): LevelRowsData {
  const [measure, when] = measureOf(found);
  const under = withOwn(found, own).find(({ shock }) => shock === set);
  return {
    ...sourceOf(found),
    of: say.regret.of(measure, when),
    unit: "points",
    by: say.regret.by,
    rows: found.strategies.map((name) => {
      const mean = under?.strategies.find(({ strategy }) => strategy === name)?.regret?.mean;
      if (!mean) return { label: name, result: null };
      const { mean: value, low, high } = mean;
      return {
        label: name,
        result: { value: 100 * value, low: low === null ? null : 100 * low, high: high === null ? null : 100 * high },
      };
    }),
  };
}

/** Draws the worlds over the two numbers of the model that most tell where the plan fails; undefined where none does. */
export function boxData(found: Breaks): BoxScatterData | undefined {
  const box = found.vulnerabilities[0]?.boxes[0];
  if (!box?.stands) return undefined;
  const [x, y] = numbersOf(box.restrictions);
  if (x === undefined) return undefined;
  const among = box.restrictions.find(({ kind }) => kind === "among");
  const sets = found.shocks.map(({ name }) => name);
  const under = among?.kind === "among" ? among.categories : sets;
  const rows = sets.flatMap((name, k) => (under.includes(name) ? [found.outcomes[k] ?? []] : []));
  const { value, measure } = found.threshold;
  const side = (name: string) => ({ label: name, unit: parameters.find((one) => one.name === name)?.unit ?? "" });
  const points = Array.from({ length: found.worlds.count }, (_, world) => {
    const outcomes = rows.map((row) => row[world] ?? null);
    const outcome = outcomes.includes(null)
      ? null
      : outcomes.reduce<number>((sum, one) => sum + (one as number), 0) / outcomes.length;
    return {
      x: found.inputs[x]?.[world] ?? null,
      y: y === undefined ? outcome : (found.inputs[y]?.[world] ?? null),
      hit: outcome !== null && outcome < value,
    };
  });
  const measured = wordsOfSeries(measure);
  return {
    ...sourceOf(found),
    x: side(x),
    y: y === undefined ? { label: measured?.measure ?? measure, unit: measured?.unit ?? "" } : side(y),
    points,
    box: { x: limitsOf(box.restrictions, x), y: y === undefined ? [null, null] : limitsOf(box.restrictions, y) },
    sentence: say.box.crosses(conditionsOf(found), under.map(titleOf)),
  };
}

/** Lists all numbers of the test: one row a plan under a set of shocks. Shares and differences of shares 0 … 1. */
export function testTable(found: Breaks, own?: Breaks): Table {
  return {
    columns: [
      ...["plan", "shock", "worlds", "worlds that succeed", "success", "success low", "success high"],
      ...[
        "mean",
        "mean low",
        "mean high",
        "change",
        "change low",
        "change high",
        "regret",
        "regret low",
        "regret high",
      ],
      "mean of worst tenth",
    ],
    rows: withOwn(found, own).flatMap(({ shock, worlds, strategies }) =>
      strategies.map(({ strategy, outcome, change, robustness, regret, worstTenth }) => [
        ...[strategy, titleOf(shock), worlds, robustness.met, robustness.probability, robustness.low, robustness.high],
        ...[outcome.mean, outcome.low, outcome.high, change?.mean ?? null, change?.low ?? null, change?.high ?? null],
        ...[regret?.mean.mean ?? null, regret?.mean.low ?? null, regret?.mean.high ?? null, worstTenth.mean],
      ]),
    ),
  };
}
