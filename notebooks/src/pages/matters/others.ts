import { levelRows, percent, shapleyWaterfall, sobolBars, when } from "@uptake/charts";
import type { BeliefsTold, VarianceSources, Wedges } from "@uptake/study/questions";
import { mattersWords } from "../../words/matters.js";
import { labelOf, type OfPlan } from "./of-plan.js";
import type { Shown } from "./study-part.js";

const { beliefs: onBeliefs, variance: onVariance, wedges: onWedges, levers, each, runs: counted } = mattersWords;

interface Estimated {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const interval = ({ estimate, low, high }: Estimated) => ({ value: estimate ?? Number.NaN, low, high });

/** Shows what is reached under each belief about effects. */
export function showBeliefs(told: BeliefsTold, { of, share, draw }: OfPlan): Shown {
  const { beliefs, month, replicates, seed, version } = told;
  const label = (belief: string): string => onBeliefs.levels[belief] ?? belief;
  const [low, high] = ["sceptical", "hopeful"].map((name) => beliefs.find(({ belief }) => belief === name));
  const written = (value: number | null | undefined): string => (typeof value === "number" ? percent(value) : "–");
  return {
    sentence:
      low && high
        ? onBeliefs.sentence(of, month, written(low.reached.mean), written(high.reached.mean), share, [
            written(low.chance.probability),
            written(high.chance.probability),
          ])
        : onBeliefs.none,
    note: onBeliefs.note,
    runs: each(replicates),
    draw: (size) =>
      levelRows(
        {
          of: `${of} in ${when(month)}`,
          unit: "share",
          by: onBeliefs.by,
          rows: beliefs.map(({ belief, reached: { mean, low, high } }) => ({
            label: label(belief),
            result: mean === null ? null : { value: mean, low, high },
          })),
          replicates,
          parameters: draw,
          seed,
          version,
        },
        size,
      ),
    table: () => ({
      columns: onBeliefs.columns,
      rows: beliefs.map(({ belief, reached, chance }) => [
        label(belief),
        reached.mean,
        reached.low,
        reached.high,
        chance.probability,
        chance.low,
        chance.high,
        reached.replicates,
      ]),
    }),
    source: { replicates: replicates * beliefs.length, seed, version },
  };
}

/** Shows what the spread between runs comes from. */
export function showVariance(told: VarianceSources, { of }: OfPlan): Shown {
  const { noise, sobol, seed, version, runs } = told;
  const { estimate, low, high, points } = noise;
  const luck = sobol?.indices.luck;
  const has = sobol !== null && luck !== null && luck !== undefined && luck.total.estimate !== null;
  const sentences = [
    estimate === null || low === null || high === null
      ? onVariance.untold(noise.reason ?? "")
      : onVariance.sentence(estimate, low, high, points),
    sobol?.indices.tooFew && sobol.indices.halfWidth !== null ? onVariance.rough(sobol.indices.halfWidth) : "",
  ];
  const named = (sobol?.indices.factors ?? []).map((factor) => ({ ...factor, label: labelOf(factor.name) }));
  return {
    sentence: sentences.join(" ").trim(),
    note: sobol === null ? "" : onVariance.note(named.length),
    runs: counted(runs),
    draw: has
      ? (size) =>
          sobolBars(
            {
              of: `${of} in ${when(sobol.outcome.month)}`,
              bars: named.map(({ label, first, total }) => ({ label, first: interval(first), total: interval(total) })),
              luck: { first: interval(luck.first), total: interval(luck.total) },
              replicates: sobol.runs,
              parameters: "fixed",
              seed,
              version,
            },
            size,
          )
      : undefined,
    table: () => ({
      columns: onVariance.columns,
      rows: [...named, ...(luck ? [{ ...luck, label: onVariance.luck }] : [])].map(({ label, name, first, total }) => [
        label,
        name,
        first.estimate,
        first.low,
        first.high,
        total.estimate,
        total.low,
        total.high,
      ]),
    }),
    source: { replicates: sobol?.runs ?? runs, seed, version },
  };
}

/** Shows what each lever, and influence between colleagues, adds. */
export function showWedges(told: Wedges, { of, draw }: OfPlan): Shown {
  const { shares, from, to, replicates, worlds, seed, version, statistic, orders, plans } = told;
  const label = (player: string): string => levers[player] ?? player;
  const sure = shares.filter(({ mean, low }) => mean !== null && low !== null && low > 0);
  const [first] = sure.toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  return {
    sentence: first
      ? onWedges.sentence(of, label(first.player), first.mean ?? 0, first.low, first.high)
      : onWedges.unsure(of),
    note: onWedges.note(orders, plans),
    runs: each(replicates),
    draw: (size) =>
      shapleyWaterfall(
        {
          of: `${of} in ${when(statistic.month)}`,
          unit: "share",
          from: from.mean ?? Number.NaN,
          parts: shares.map(({ player, mean, low, high }) => ({
            label: label(player),
            share: { value: mean ?? Number.NaN, low, high },
          })),
          to: to.mean ?? Number.NaN,
          replicates,
          worlds,
          parameters: draw,
          seed,
          version,
        },
        size,
      ),
    table: () => ({
      columns: onWedges.columns,
      rows: shares.map(({ player, mean, low, high, alone, last }) => [
        label(player),
        mean,
        low,
        high,
        alone.mean,
        last.mean,
        replicates,
      ]),
    }),
    source: { replicates: told.runs, seed, version },
  };
}
