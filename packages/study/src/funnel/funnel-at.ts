import {
  type FunnelSeries,
  funnelSeries,
  InputError,
  stockNames,
  type Transition,
  type TransitionKind,
  tierNames,
  transitions,
} from "@uptake/model";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { column } from "../ensemble/series.ts";
import { funnelReading, type Membership, memberships, type Tier } from "../readings/funnel-readings.ts";
import { noneOrMore, ofShares, type ValueRange } from "../statistics/held-within.ts";
import type { MeanInterval } from "../statistics/mean-interval.ts";
import { meanOfPresent } from "../statistics/mean-of-present.ts";
import { type Units, unitsOf, type Worlds } from "../statistics/worlds-of.ts";

/** Holds a mean over replicates with its 95% interval; null where no replicate has a value. */
export type FunnelEstimate =
  | MeanInterval
  | { readonly mean: null; readonly low: null; readonly high: null; readonly replicates: 0 };

/** Holds mean counts of one group of schools, at an index (stocks) or up to it (flows). */
export interface FunnelPart {
  /** Whether the schools are in the programme; `all` for both. */
  readonly membership: Membership | "all";
  /** Third of the district's teachers by poverty; `all` for the three. */
  readonly tier: Tier | "all";
  /** Mean count of each series, with its interval. */
  readonly counts: Readonly<Record<FunnelSeries, FunnelEstimate>>;
}

/** Says which share stands at a step, or has been lost at it, and whose. */
export interface Standing {
  /** Share of those who could have taken the step, 0 … 1: the words of the standing say what it is a share of. */
  readonly share: FunnelEstimate;
  /** Whose: those of member schools where more than half of them are there, else all. */
  readonly of: "member" | "all";
}

/** Holds where teachers and schools are on the way to the practice, at one index. Plain and serialisable. */
export interface FunnelAt {
  /** Index 0 … horizon: flows are counted up to it. */
  readonly month: number;
  /** Replicates that the means rest on. */
  readonly replicates: number;
  /** Different worlds among them. */
  readonly worlds: number;
  /** Members, others and all in all thirds, then members and others in each third. */
  readonly parts: readonly FunnelPart[];
  /** How each transition stands: who could take it, and who did. */
  readonly standings: Readonly<Record<Transition, Standing>>;
}

/** Returns the numbers of a series of the funnel at the index asked for, one a replicate. */
export type ReadFunnel = (reading: string) => readonly number[];

/** Says which replicates numbers are of. */
export interface FunnelSource {
  /** Index, from 0. */
  readonly month: number;
  /** Worlds of the replicates. */
  readonly worlds: Worlds;
}

const estimateOf = (all: ArrayLike<number>, own: Units, range: ValueRange): FunnelEstimate =>
  meanOfPresent(all, own, range) ?? { mean: null, low: null, high: null, replicates: 0 };

/** Adds columns of numbers up, replicate by replicate. */
const sumOf = (columns: readonly (readonly number[])[]): number[] =>
  (columns[0] ?? []).map((_, r) => columns.reduce((sum, one) => sum + (one[r] as number), 0));

const partsAsked: readonly (readonly [FunnelPart["membership"], FunnelPart["tier"]])[] = [
  ["member", "all"],
  ["other", "all"],
  ["all", "all"],
  ...memberships.flatMap((membership) => tierNames.map((tier) => [membership, tier] as const)),
];

/** Returns the numbers of a series in one or several groups together. */
type Counts = (series: FunnelSeries, membership: FunnelPart["membership"], tier?: FunnelPart["tier"]) => number[];

function countsOf(read: ReadFunnel): Counts {
  return (series, membership, tier = "all") =>
    sumOf(
      memberships
        .filter((one) => membership === "all" || one === membership)
        .flatMap((one) =>
          tierNames
            .filter((third) => tier === "all" || third === tier)
            .map((third) => read(funnelReading(one, third, series))),
        ),
    );
}

/** Counts who stands at a step, or was lost at it, and out of whom: one number a replicate each. */
type Share = (counts: Counts, of: Standing["of"]) => readonly [part: number[], whole: number[]];

const stages =
  (part: readonly FunnelSeries[], whole: readonly FunnelSeries[]): Share =>
  (counts, of) => [sumOf(part.map((one) => counts(one, of))), sumOf(whole.map((one) => counts(one, of)))];

const everUsed: readonly FunnelSeries[] = ["using", "owning", "stopped", "leftUsing"];

const shares: Readonly<Record<Transition, Share>> = {
  join: (counts) => [counts("schools", "other"), counts("schools", "all")],
  drop: (counts) => [counts("dropped", "all"), sumOf([counts("schools", "member"), counts("dropped", "all")])],
  hear: stages(["unaware"], stockNames),
  try: stages(["aware", "lapsed"], stockNames),
  "give-up": stages(["gaveUp"], ["gaveUp", "used"]),
  use: stages(["trying"], stockNames),
  own: stages(["using"], ["using", "owning"]),
  lapse: stages(["stopped"], everUsed),
  leave: stages(["leftUsing"], everUsed),
};

const total = (values: readonly number[]): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);

function standingOf(counts: Counts, { name, of: takers }: TransitionKind, units: Units): Standing {
  const share = shares[name];
  const inMembers = takers === "teachers" && 2 * total(share(counts, "member")[0]) > total(share(counts, "all")[0]);
  const of = inMembers ? "member" : "all";
  const [part, whole] = share(counts, of);
  const each = part.map((one, r) => one / (whole[r] as number));
  return { of, share: estimateOf(each, units, ofShares) };
}

/** Makes a funnel of numbers read of runs, one a replicate each; NaN stands for a run that failed. */
export function funnelFrom(read: ReadFunnel, { month, worlds }: FunnelSource): FunnelAt {
  const units = unitsOf(worlds);
  const counts = countsOf(read);
  return {
    month,
    replicates: worlds.numbers.length,
    worlds: worlds.count,
    parts: partsAsked.map(([membership, tier]) => ({
      membership,
      tier,
      counts: Object.fromEntries(
        funnelSeries.map((series) => [series, estimateOf(counts(series, membership, tier), units, noneOrMore)]),
      ) as FunnelPart["counts"],
    })),
    standings: Object.fromEntries(
      transitions.map((one) => [one.name, standingOf(counts, one, units)]),
    ) as FunnelAt["standings"],
  };
}

/** Returns a part of a funnel: a group of schools, by default in all thirds. */
export function funnelPart(
  { parts }: FunnelAt,
  membership: FunnelPart["membership"],
  tier: FunnelPart["tier"] = "all",
): FunnelPart {
  return parts.find((one) => one.membership === membership && one.tier === tier) as FunnelPart;
}

/**
 * Counts who is where on the way to the practice at index `month`, and who came through up to it: mean counts with 95%
 * intervals, by membership and by third.
 *
 * @throws InputError when the ensemble was made without `funnel: true`, or the index is none of its own.
 */
export function funnelAt(ensemble: Ensemble, month: number): FunnelAt {
  const { funnel, horizon, worlds } = ensemble;
  if (funnel === undefined) {
    const message = "the ensemble has no funnel: make it with funnel: true";
    throw new InputError([{ code: "no-funnel", path: "ensemble", message }]);
  }
  if (!(Number.isInteger(month) && month >= 0 && month <= horizon)) {
    const message = `month ${month} is not simulated`;
    throw new InputError([
      { code: "out-of-range", path: "month", message, value: month, allowed: `a whole number, 0 to ${horizon}` },
    ]);
  }
  return funnelFrom((reading) => column(funnel.get(reading)!, month), { month, worlds });
}
