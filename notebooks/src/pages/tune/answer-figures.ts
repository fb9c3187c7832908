import { ledgerBars, pairedDifferenceChart, percent, tierGap, when } from "@uptake/charts";
import { type FigureCard, figureCard } from "../../kit/figure-card.js";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { tuneWords as say } from "../../words/tune.js";
import type { OnShow } from "./on-show.js";

/** Holds the figures that come with a whole answer. */
export interface AnswerFigures {
  /** Thirds of schools by poverty. */
  readonly tiers: FigureCard;
  /** What the plan adds to a district as today. */
  readonly added: FigureCard;
  readonly ledger: FigureCard;
}

/** Makes the figures of a whole answer: who is left behind, what the plan adds, what it costs. */
export function answerFigures(store: PlanStore, { whole, ready, source, settled }: OnShow): AnswerFigures {
  const common = { ready, source, settled };
  const cursor = { last: () => completedOf(store.get().scenario).horizon, name: when };
  const tiers = figureCard({
    ...common,
    name: "tiers",
    title: () => say.headings.tiers,
    draw: (size) => whole() && tierGap(whole()!.view.tiers, size),
    table: () => whole()?.table?.(),
    cursor: {
      ...cursor,
      read: (month) =>
        (whole()!.view.tiers.tiers ?? []).map(({ name, bands }) => ({
          label: say.tiers.names(name),
          value: percent(bands.p50[month] ?? Number.NaN),
        })),
    },
  });
  const added = figureCard({
    ...common,
    name: "added",
    title: () => say.added.heading,
    draw(size) {
      const data = whole()?.view.added;
      return data ? pairedDifferenceChart(data, size) : undefined;
    },
    table() {
      const { months: at = [], estimate = [], low = [], high = [] } = whole()!.view.added ?? {};
      const rows = at.map((month, i) => [month, estimate[i] ?? null, low[i] ?? null, high[i] ?? null]);
      return { columns: ["month", "difference", "low", "high"], rows };
    },
    cursor: {
      ...cursor,
      read(month) {
        const data = whole()!.view.added;
        const [estimate, low, high] = [data?.estimate[month], data?.low[month], data?.high[month]];
        if (estimate == null || low == null || high == null) return [];
        const { points, between, estimate: label, interval } = say.added;
        return [
          { label, value: points(estimate) },
          { label: interval, value: between(low, high) },
        ];
      },
    },
  });
  const ledger = figureCard({
    ...common,
    name: "ledger",
    title: () => say.headings.ledger,
    draw: (size) => whole() && ledgerBars(whole()!.view.ledger, size),
    table: () => ({
      columns: ["category", "mean, dollars of 2024", "low", "high"],
      rows: whole()!.view.ledger.byCategory.map(({ name, mean, low, high }) => [name, mean, low ?? null, high ?? null]),
    }),
  });
  return { tiers, added, ledger };
}
