import { targetWords } from "@uptake/study/target";
import type { Cell, Table } from "../../kit/table.js";
import { compareWords } from "../../words/compare.js";
import type { Compared, Pair, Told } from "./comparing.js";

const { lines } = compareWords;

/** Gathers all that the lines draw, month by month. */
export function linesTable({ entries, plans }: Compared): Table {
  const today = plans[0]!.today;
  const all = [
    ...entries.map(({ name }, i) => ({ name, bands: plans[i]!.bands })),
    ...(today ? [{ name: lines.today, bands: today.bands }] : []),
  ];
  return {
    columns: ["month", "plan", "p5", "p25", "p50", "p75", "p95", "replicates"],
    rows: all.flatMap(({ name, bands }) =>
      bands.months.map((month, i) => [
        month,
        name,
        ...[bands.p5, bands.p25, bands.p50, bands.p75, bands.p95].map((column) => column[i] ?? null),
        bands.replicates,
      ]),
    ),
  };
}

/**
 * Gathers every number about the plans, unrounded: what each comes to, where `less` is empty, and its paired difference
 * from every other.
 */
export function numbersTable(compared: Compared): Table {
  const { entries, plans, answer } = compared;
  const unit = targetWords[answer.target.of].unit;
  const measures = (one: Told, name: string): Cell[][] => {
    const { chance, sustained, gap } = one.cards;
    const { reached, cost, perAdopter } = one;
    const row = (
      measure: string,
      of: string,
      value: number | null,
      low: number | null,
      high: number | null,
    ): Cell[] => [name, "", measure, of, value, low, high, one.replicates];
    const ratio = perAdopter?.value == null ? null : perAdopter;
    return [
      row("reached", unit, reached.mean, reached.low, reached.high),
      row("chance", "chance", chance.plan.value, chance.plan.low, chance.plan.high),
      row("sustained", unit, sustained.plan.value, sustained.plan.low, sustained.plan.high),
      row("gap", "share of teachers", gap.plan.value, gap.plan.low, gap.plan.high),
      row("cost", "$ of 2024", cost.mean, cost.low, cost.high),
      row("perAdopter", "$ of 2024", ratio?.value ?? null, ratio?.low ?? null, ratio?.high ?? null),
    ];
  };
  const differences = (b: number): Cell[][] =>
    [null, ...entries.keys()].flatMap((a) => {
      const pair = a === b ? undefined : compared.pair(a, b);
      if (!pair) return [];
      const less = a === null ? compareWords.today : entries[a]!.name;
      const row = (measure: string, of: string, { estimate, low, high, replicates }: Pair["cost"]): Cell[] => [
        entries[b]!.name,
        less,
        measure,
        of,
        estimate,
        low,
        high,
        replicates,
      ];
      const count = (measure: string, value: number): Cell[] => [
        entries[b]!.name,
        less,
        measure,
        "runs",
        value,
        null,
        null,
        pair.reached.replicates,
      ];
      return [
        row("reached", unit, pair.reached),
        count("ahead", pair.ahead),
        count("behind", pair.behind),
        row("chance", "chance", pair.chance),
        row("sustained", unit, pair.sustained),
        row("gap", "share of teachers", pair.gap),
        row("cost", "$ of 2024", pair.cost),
      ];
    });
  const { today } = plans[0]!;
  return {
    columns: ["plan", "less", "measure", "unit", "estimate", "low", "high", "replicates"],
    rows: [
      ...entries.flatMap(({ name }, i) => measures(plans[i]!, name)),
      ...(today ? measures(today, compareWords.today) : []),
      ...entries.flatMap((_, i) => differences(i)),
    ],
  };
}
