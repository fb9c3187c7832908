import { type Figure, pairedDifferenceChart, when } from "@uptake/charts";
import { targetWords } from "@uptake/study/target";
import { element } from "../../kit/element.js";
import { figureCard } from "../../kit/figure-card.js";
import type { Source } from "../../kit/table.js";
import { compareWords } from "../../words/compare.js";
import type { Compared, Pair } from "./comparing.js";
import type { Chosen } from "./pair-choice.js";
import { pairColumns, pairRows } from "./said-rows.js";
import { saidTable } from "./said-table.js";
import { namesOf } from "./told.js";

const { pair: say, table } = compareWords;

/** Sets up the part about two plans. */
export interface PairPartOptions {
  readonly current: () => Compared | undefined;
  readonly ready: () => boolean;
  readonly source: () => Source;
  /** Returns the two plans that are chosen. */
  readonly chosen: (compared: Compared) => Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Holds the part about two plans. */
export interface PairPart {
  readonly root: HTMLElement;
  draw(): void;
}

/** Makes the part where any two plans are chosen: their numbers, and their difference month by month. */
export function pairPart({ current, ready, source, chosen, onChoose }: PairPartOptions): PairPart {
  const choose = (): void => {
    if (current()) onChoose([first.value === "" ? null : Number(first.value), Number(second.value)]);
  };
  const first: HTMLSelectElement = element("select", { class: "field field-large", id: "pair-a", change: choose });
  const second: HTMLSelectElement = element("select", { class: "field field-large", id: "pair-b", change: choose });
  const place = element("div", { class: "said-place" });

  const pairOf = (now: Compared): Pair | undefined => now.pair(...chosen(now));
  const figure = figureCard({
    name: "difference",
    title() {
      const now = current();
      if (!now) return say.title;
      const { a, b } = namesOf(now, chosen(now));
      return say.figure(b, a);
    },
    ready: () => ready() && (current() ? pairOf(current()!)?.byMonth.months.length : 0) !== 0,
    source,
    draw(size): Figure | undefined {
      const now = current();
      const pair = now && pairOf(now);
      if (!now || !pair || pair.byMonth.months.length === 0) return undefined;
      const { measure, unit } = targetWords[now.answer.target.of];
      const { a, b } = namesOf(now, chosen(now));
      const { worlds, replicates } = now.plans[chosen(now)[1]]!;
      const { parameters, seed, version } = now.answer;
      return pairedDifferenceChart(
        {
          ...pair.byMonth,
          a: compareWords.named(a),
          b: compareWords.named(b),
          of: measure,
          unit,
          worlds,
          replicates,
          parameters,
          seed,
          version,
        },
        size,
      );
    },
    table() {
      const { months, estimate, low, high } = pairOf(current()!)!.byMonth;
      return {
        columns: ["month", "difference", "low", "high"],
        rows: months.map((month, i) => [month, estimate[i] ?? null, low[i] ?? null, high[i] ?? null]),
      };
    },
    cursor: {
      last: () => Math.max(0, (pairOf(current()!)?.byMonth.months.length ?? 1) - 1),
      name: when,
      read(month) {
        const { estimate, low, high } = pairOf(current()!)!.byMonth;
        const value = estimate[month];
        if (value == null) return [];
        return [
          {
            label: say.difference,
            value: `${table.points(value)} (${table.pointsBetween(low[month] ?? null, high[month] ?? null)})`,
          },
        ];
      },
    },
  });

  const draw = (): void => {
    const now = current();
    first.disabled = second.disabled = !now;
    figure.redraw(now?.whole ? `${first.value} ${second.value}` : undefined);
    place.classList.toggle("stale", !now);
    if (!now) return;
    const option = (value: string, name: string, no: boolean): HTMLElement =>
      element("option", { value, disabled: no }, name);
    const [a, b] = chosen(now);
    const all = now.entries.map(({ name }, i) => [String(i), name] as const);
    first.replaceChildren(
      ...all.map(([value, name]) => option(value, name, value === String(b))),
      ...(now.plans[b]!.today ? [option("", compareWords.today, false)] : []),
    );
    second.replaceChildren(...all.map(([value, name]) => option(value, name, value === String(a))));
    first.value = a === null ? "" : String(a);
    second.value = String(b);
    const rows = pairRows(now, [a, b]);
    place.replaceChildren(
      rows.length > 0 ? saidTable(say.title, pairColumns(now, [a, b]), rows) : element("p", {}, say.none),
    );
  };
  return {
    root: element(
      "section",
      { class: "pair-part" },
      element("h2", { class: "figure-title" }, say.title),
      element(
        "div",
        { class: "pair-menus" },
        element("div", { class: "menu" }, element("label", { for: "pair-b" }, say.a), second),
        element("div", { class: "menu" }, element("label", { for: "pair-a" }, say.b), first),
      ),
      place,
      figure.root,
    ),
    draw,
  };
}
