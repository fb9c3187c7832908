import { fanData, ledgerData, tierGapData } from "@uptake/charts";
import { bandsOf, summarise } from "@uptake/study";
import { cardsOf } from "@uptake/study/compare";
import { suspect } from "@uptake/study/ensemble";

/** Text that every draw of the pages follows from; the command line's own. */
export const seed = "uptake";

/** Replicates that the page runs for every setting. */
export const replicates = 100;

/** Bands of business as usual, which stay while a plan is tuned. */
const bandsToday = new WeakMap();

/** Gathers what the fan shows: the part of a view that is drawn while a slider is dragged. */
export function fanOf(plan, baseline) {
  if (baseline && !bandsToday.has(baseline)) bandsToday.set(baseline, bandsOf(baseline, "adoption"));
  return { ...fanData(plan), today: baseline ? bandsToday.get(baseline) : null };
}

/**
 * Gathers what the home page shows of a plan and business as usual: plain data, so a data loader can store it.
 *
 * @param {import("@uptake/study").Ensemble} plan
 * @param {import("@uptake/study").Ensemble | undefined} baseline
 */
export function viewOf(plan, baseline) {
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
function isSame(plan, baseline) {
  return plan.checksums.every((checksum, r) => checksum === baseline?.checksums[r]);
}

const columns = ["month", "group", "stage", "mean", "low", "high", "p10", "p90", "replicates"];

/**
 * Gathers adoption as the rows of a table, month by month: all teachers, each third of schools by poverty, and all
 * teachers as today. Names and numbers are those of `series.csv` of the command line.
 */
export function tableOf(plan, baseline) {
  const tiers = [...plan.series.keys()].filter((name) => name.startsWith("tier."));
  const groups = [
    ["all", summarise(plan, "adoption")],
    ...tiers.map((name) => [name.replace(".", " "), summarise(plan, name)]),
    ...(baseline ? [["all, as today", summarise(baseline, "adoption")]] : []),
  ];
  return Array.from({ length: plan.horizon + 1 }, (_, month) =>
    groups.map(([group, { mean, low, high, p10, p90, replicates }]) => [
      month,
      group,
      "adoption",
      ...[mean, low, high, p10, p90].map((column) => column[month]),
      replicates,
    ]),
  ).flat();
}

/** Writes a table as CSV. No value is missing but null, which is left empty. */
export function csvOf(rows) {
  const cell = (value) => (/[",\n]/.test(String(value ?? "")) ? `"${value}"` : (value ?? ""));
  return [columns, ...rows]
    .map((row) => row.map(cell).join(","))
    .join("\n")
    .concat("\n");
}
