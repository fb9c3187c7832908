import { type FanData, fanData, type LedgerData, ledgerData, type TierGapData, tierGapData } from "@uptake/charts";
import { type Bands, bandsOf, type Ensemble, summarise } from "@uptake/study";
import { type Cards, cardsOf } from "@uptake/study/compare";
import { type Suspicion, suspect } from "@uptake/study/ensemble";

/** Text that every draw of the pages follows from; the command line's own. */
export const seed = "uptake";

/** Replicates that the page runs for every setting. */
export const replicates = 100;

/** Bands of business as usual, which stay while a plan is tuned. */
const bandsToday = new WeakMap<Ensemble, Bands>();

/** Holds what the home page shows of a plan and business as usual: plain data, so a data loader can store it. */
export interface View {
  readonly version: string;
  readonly seed: string;
  readonly replicates: number;
  readonly fan: FanData;
  readonly tiers: TierGapData;
  readonly ledger: LedgerData;
  readonly cards: Cards;
  readonly suspect: Suspicion;
}

/** Holds one row of a table of adoption, in the order of its columns. */
export type TableRow = readonly (string | number | null)[];

/** Gathers what the fan shows: the part of a view that is drawn while a slider is dragged. */
export function fanOf(plan: Ensemble, baseline: Ensemble | undefined): FanData {
  if (!baseline) return fanData(plan);
  const today = bandsToday.get(baseline) ?? bandsOf(baseline, "adoption");
  bandsToday.set(baseline, today);
  return { ...fanData(plan), today };
}

/** Gathers what the home page shows of a plan and business as usual. */
export function viewOf(plan: Ensemble, baseline: Ensemble | undefined): View {
  return {
    version: plan.version,
    seed: plan.seed,
    replicates: plan.replicates,
    fan: fanOf(plan, baseline),
    tiers: tierGapData(plan),
    ledger: ledgerData(plan),
    cards: cardsOf(plan, isSame(plan, baseline) ? undefined : baseline),
    suspect: suspect(plan),
  };
}

/** Tells whether a plan ran exactly as business as usual did, so that there is no difference to speak of. */
function isSame(plan: Ensemble, baseline: Ensemble | undefined): boolean {
  return plan.checksums.every((checksum, r) => checksum === baseline?.checksums[r]);
}

const columns = ["month", "group", "stage", "mean", "low", "high", "p10", "p90", "replicates"];

/**
 * Gathers adoption as the rows of a table, month by month: all teachers, each third of schools by poverty, and all
 * teachers as today. Names and numbers are those of `series.csv` of the command line.
 */
export function tableOf(plan: Ensemble, baseline: Ensemble | undefined): TableRow[] {
  const tiers = [...plan.series.keys()].filter((name) => name.startsWith("tier."));
  const groups = [
    ["all", summarise(plan, "adoption")] as const,
    ...tiers.map((name) => [name.replace(".", " "), summarise(plan, name)] as const),
    ...(baseline ? [["all, as today", summarise(baseline, "adoption")] as const] : []),
  ];
  return Array.from({ length: plan.horizon + 1 }, (_, month) =>
    groups.map(([group, { mean, low, high, p10, p90, replicates }]) => [
      month,
      group,
      "adoption",
      ...[mean, low, high, p10, p90].map((column) => column[month] ?? null),
      replicates,
    ]),
  ).flat();
}

/** Writes a table as CSV. No value is missing but null, which is left empty. */
export function csvOf(rows: readonly TableRow[]): string {
  const cell = (value: string | number | null): string | number =>
    /[",\n]/.test(String(value ?? "")) ? `"${value}"` : (value ?? "");
  return [columns, ...rows]
    .map((row) => row.map(cell).join(","))
    .join("\n")
    .concat("\n");
}
