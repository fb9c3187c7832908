import * as Plot from "@observablehq/plot";
import { type ChartOptions, counted, type Figure, type Provenance } from "./figure.ts";
import { numberedDots, numberedKey } from "./numbered.ts";
import { known, listed } from "./quantity.ts";
import { drawRows } from "./row-chart.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";

/** Holds what {@link rankFlips} draws. Plain: survives JSON. */
export interface RankFlipsData extends Provenance {
  /** What strategies are ranked by, as in `adoption in May of year 3`. */
  readonly of: string;
  /** Names of the strategies that are ranked. */
  readonly strategies: readonly string[];
  /** Assumptions, those that were made first; places from 1 in the order of strategies, null where one has none. */
  readonly assumptions: readonly {
    readonly label: string;
    readonly places: readonly (number | null)[];
    /** Pairs of strategies that change places against the first assumptions, by their place in the list. */
    readonly flips: readonly { readonly pair: readonly [number, number]; readonly decided: boolean }[];
  }[];
}

/**
 * Draws the places of strategies under each assumption, the best at the left, joined from row to row. A dot is filled where
 * its strategy changes places with another beyond chance.
 */
export function rankFlips(data: RankFlipsData, options: ChartOptions = {}): Figure {
  const { width = 720 } = options;
  const { strategies, assumptions, of } = data;
  const rows = rowLayout(
    assumptions.map(({ label }) => label),
    width,
    { tall: 18 },
  );
  const at = assumptions.map(({ places }) => spread(places));
  const dots = assumptions.flatMap(({ flips }, y) => {
    const beyond = new Set(flips.filter(({ decided }) => decided).flatMap(({ pair }) => pair));
    return strategies.flatMap((_, s) => {
      const x = at[y]?.[s];
      return known(x) ? [{ x, y, of: s, filled: beyond.has(s) }] : [];
    });
  });
  return drawRows(
    {
      rows,
      axis: {
        domain: [0.6, Math.max(1, strategies.length) + 0.4],
        unit: "place",
        measured: `Place by ${of}, the best at the left`,
        count: strategies.length,
      },
      key: numberedKey(strategies, width),
      marks: [
        ...strategies.map((_, s) =>
          Plot.line(
            dots.filter((dot) => dot.of === s),
            { x: "x", y: "y", stroke: theme.ghost, strokeWidth: 1.4 },
          ),
        ),
        ...numberedDots(dots),
      ],
      values: assumptions.map(({ flips }, y) => ({ y, text: y === 0 ? "" : verdict(flips) })),
      marginRight: 108,
      sentence: sentenceOf(data),
      drawn: "Numbers: strategies in the order of their means; filled where two change places beyond chance.",
    },
    data,
    options,
  );
}

/** Sets strategies that share a place side by side. */
function spread(places: readonly (number | null)[]): (number | null)[] {
  return places.map((place, s) => {
    if (place === null) return null;
    const before = places.slice(0, s).filter((other) => other === place).length;
    return place + before;
  });
}

function verdict(flips: RankFlipsData["assumptions"][number]["flips"]): string {
  const decided = flips.filter((flip) => flip.decided).length;
  if (decided > 0) return `${decided} beyond chance`;
  return flips.length > 0 ? `${flips.length} within chance` : "no change";
}

function sentenceOf(data: RankFlipsData): string {
  const { of, strategies, assumptions } = data;
  const [made, ...rivals] = assumptions;
  if (!made || strategies.length === 0) return `There is no order of strategies by ${of} to show.`;
  const order = strategies
    .map((name, s) => ({ name, place: made.places[s] ?? Number.POSITIVE_INFINITY }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ name }) => `“${name}”`);
  const first = `By ${of}, the order of means is ${order.slice(0, 4).join(", then ")}${order.length > 4 ? `, then ${order.length - 4} more` : ""}`;
  const tried = `${rivals.length} rival ${rivals.length === 1 ? "assumption" : "assumptions"}`;
  const decided = rivals.filter(({ flips }) => flips.some((flip) => flip.decided));
  const within = rivals.filter(({ flips }) => flips.length > 0 && !flips.some((flip) => flip.decided)).length;
  const pairs = ({ label, flips }: (typeof rivals)[number]): string =>
    `“${label}” (${listed(flips.filter((flip) => flip.decided).map(({ pair: [a, b] }) => `“${strategies[a]}” with “${strategies[b]}”`))})`;
  const beyond =
    decided.length === 0
      ? `none of ${tried} changes it beyond chance`
      : `${decided.length} of ${tried} ${decided.length === 1 ? "changes" : "change"} it beyond chance: ${listed(decided.slice(0, 4).map(pairs))}${decided.length > 4 ? ` and ${decided.length - 4} more` : ""}`;
  const chance = within > 0 ? `; ${within} within chance` : "";
  return `${first}; ${beyond}${chance} (${counted(data)}).`;
}
