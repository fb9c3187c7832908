import {
  type FanData,
  fanData,
  type LedgerData,
  ledgerData,
  type PairedDifferenceData,
  type TierGapData,
  tierGapData,
} from "@uptake/charts";
import { bandsOf, type Ensemble, pairedDifference, summarise } from "@uptake/study";
import { type Cards, cardsOf, costPerAddedSustainedAdopter } from "@uptake/study/compare";
import { type Suspicion, suspect } from "@uptake/study/ensemble";
import { targetSeries, targetWords, wordsOfSeries } from "@uptake/study/target";
import type { Source, Table } from "../../kit/table.js";
import { tuneWords } from "../../words/tune.js";

/** Holds what the page shows of a plan and a district as today: plain data, so a data loader can store it. */
export interface View extends Source {
  /** Checksums of the first and the last run, by which a stored view is known to be of this model. */
  readonly checksums: readonly string[];
  readonly fan: FanData;
  readonly tiers: TierGapData;
  readonly ledger: LedgerData;
  readonly cards: Cards;
  /** Dollars for each added adopter sustained two years after; null where that is undefined, with the reason. */
  readonly perAdopter: ReturnType<typeof costPerAddedSustainedAdopter> | null;
  /** What the plan adds to what the target is of, month by month; null where it runs as today does. */
  readonly added: PairedDifferenceData | null;
  readonly suspect: Suspicion;
}

/** Gathers what the page shows of a plan, beside a district as today where that was run. */
export function viewOf(plan: Ensemble, baseline: Ensemble | undefined): View {
  const other = isSame(plan, baseline) ? undefined : baseline;
  return {
    version: plan.version,
    seed: plan.seed,
    replicates: plan.replicates,
    checksums: [plan.checksums[0] ?? "", plan.checksums.at(-1) ?? ""],
    fan: fanData(plan, baseline),
    tiers: tierGapData(plan),
    ledger: ledgerData(plan),
    cards: cardsOf(plan, other),
    perAdopter: other ? costPerAddedSustainedAdopter(plan, other) : null,
    added: other ? addedOf(plan, other) : null,
    suspect: suspect(plan),
  };
}

/** Computes by how much a plan is above a district as today, run by run, at each month. */
function addedOf(plan: Ensemble, baseline: Ensemble): PairedDifferenceData {
  const { of } = plan.scenario.target;
  const months = Array.from({ length: plan.horizon + 1 }, (_, month) => month);
  const at = months.map((month) => pairedDifference(baseline, plan, targetSeries(of), month));
  const { replicates, worlds, parameters, seed, version } = plan;
  return {
    of: targetWords[of].measure,
    unit: wordsOfSeries(targetSeries(of))?.unit ?? "share",
    a: tuneWords.added.today,
    b: tuneWords.fan.plan,
    months,
    estimate: at.map(({ estimate }) => estimate),
    low: at.map(({ low }) => low),
    high: at.map(({ high }) => high),
    replicates,
    worlds: worlds.count,
    parameters,
    seed,
    version,
  };
}

/** Tells whether a plan ran exactly as a district as today did, so that there is no difference to speak of. */
function isSame(plan: Ensemble, baseline: Ensemble | undefined): boolean {
  return plan.checksums.every((checksum, r) => checksum === baseline?.checksums[r]);
}

/**
 * Gathers adoption month by month: all teachers, each third of schools by poverty, and all teachers as today; then, where
 * the target is of something else, that. Means and bands: all that the page's curves draw. Names and numbers are those of
 * `series.csv` of the command line.
 */
export function tableOf(plan: Ensemble, baseline: Ensemble | undefined): Table {
  const tiers = [...plan.series.keys()].filter((name) => name.startsWith("tier."));
  const asked = targetSeries(plan.scenario.target.of);
  const groups = [
    { group: "all", stage: "adoption", of: plan, series: "adoption" },
    ...(asked === "adoption" ? [] : [{ group: "all", stage: asked, of: plan, series: asked }]),
    ...tiers.map((name) => ({ group: name.replace(".", " "), stage: "adoption", of: plan, series: name })),
    ...(baseline ? [{ group: "all, as today", stage: asked, of: baseline, series: asked }] : []),
  ].map((one) => ({ ...one, told: summarise(one.of, one.series), bands: bandsOf(one.of, one.series) }));
  const rows = Array.from({ length: plan.horizon + 1 }, (_, month) =>
    groups.map(({ group, stage, told, bands }) => [
      month,
      group,
      stage,
      ...[told.mean, told.low, told.high, told.p10, told.p90].map((column) => column[month] ?? null),
      ...[bands.p5, bands.p25, bands.p50, bands.p75, bands.p95].map((column) => known(column[month])),
      told.replicates,
    ]),
  ).flat();
  const columns = ["month", "group", "stage", "mean", "low", "high", "p10", "p90"];
  return { columns: [...columns, "p5", "p25", "p50", "p75", "p95", "replicates"], rows };
}

const known = (value: number | undefined): number | null => (Number.isFinite(value) ? (value ?? null) : null);
