import * as Plot from "@observablehq/plot";
import { type ChartOptions, counted, type Figure, type Provenance } from "./figure.ts";
import { keyLines } from "./numbered.ts";
import {
  abbreviated,
  clear,
  difference,
  type Interval,
  intervalText,
  known,
  quantity,
  titled,
  turned,
} from "./quantity.ts";
import { drawRows } from "./row-chart.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";
import { domainOf } from "./value-axis.ts";
import { capital } from "./words.ts";

/** Holds what {@link tornado} draws. Plain: survives JSON. */
export interface TornadoData extends Provenance {
  /** What is measured, as in `adoption in May of year 3`. */
  readonly of: string;
  /** Unit of what is measured. */
  readonly unit: string;
  /**
   * What is measured at the low and the high end of each input, and with all inputs at their centre. `ends` names the ends
   * of an input that takes names; `difference` is high less low with its 95% interval, where that is known.
   */
  readonly bars: readonly {
    readonly label: string;
    readonly low: number | null;
    readonly high: number | null;
    readonly centre: number | null;
    readonly ends?: readonly [low: string, high: string];
    readonly difference?: Interval | null;
  }[];
}

/**
 * Draws how far each input moves a result, widest first: ○ at the input's low end, ● at its high end.
 *
 * @example
 * ```ts
 * import { tornado } from "@uptake/charts";
 * import { JSDOM } from "jsdom";
 *
 * const from = { replicates: 64, seed: "demo", version: "0.1.0", parameters: "sampled" } as const;
 * const bars = [{ label: "teachers per coach", low: 0.5, high: 0.3, centre: 0.4 }];
 * const data = { of: "adoption in May of year 3", unit: "share of teachers", bars, ...from };
 * console.log(tornado(data, { document: new JSDOM().window.document }).sentence);
 * ```
 */
export function tornado(data: TornadoData, options: ChartOptions = {}): Figure {
  const { width = 720 } = options;
  const bars = sorted(data);
  const rows = rowLayout(
    bars.map(({ label }) => label),
    width,
  );
  const domain = domainOf(bars.flatMap(({ low, high, centre }) => [low, high, centre]));
  const at = bars.map((bar, y) => ({ ...bar, y }));
  const whole = at.filter(({ low, high }) => known(low) && known(high));
  const centre = bars.find((bar) => known(bar.centre))?.centre;
  return drawRows(
    {
      rows,
      axis: { domain, unit: data.unit, measured: titled(capital(data.of), data.unit) },
      key: keyLines(
        bars.some(({ ends }) => ends)
          ? ["○ input low, or the name with least", "● high, or with most"]
          : ["○ input low", "● input high"],
        width,
      ),
      marks: [
        known(centre) ? Plot.ruleX([centre], { stroke: theme.muted, strokeDasharray: "3 3" }) : null,
        Plot.ruleY(whole, { y: "y", x1: "low", x2: "high", stroke: theme.accent, strokeWidth: 5, strokeOpacity: 0.55 }),
        Plot.dot(
          at.filter(({ low }) => known(low)),
          {
            x: "low",
            y: "y",
            r: 6,
            fill: theme.paper,
            stroke: theme.accent,
            strokeWidth: 2.2,
          },
        ),
        Plot.dot(
          at.filter(({ high }) => known(high)),
          { x: "high", y: "y", r: 3.2, fill: theme.accent, stroke: theme.accent },
        ),
      ],
      values: at.map(({ y, ...bar }) => ({
        y,
        text: known(bar.low) && known(bar.high) ? abbreviated(difference(swing(bar), data.unit)) : "not known",
      })),
      marginRight: 64,
      sentence: sentenceOf(data),
      drawn: "Bars: means between the ends of each input; at the right how far apart they are.",
    },
    data,
    options,
  );
}

type Bar = TornadoData["bars"][number];

const swing = ({ low, high }: Bar): number => (known(low) && known(high) ? Math.abs(high - low) : -1);

const sorted = ({ bars }: TornadoData): Bar[] => bars.toSorted((a, b) => swing(b) - swing(a));

function sentenceOf(data: TornadoData): string {
  const { of, unit } = data;
  const bars = sorted(data).filter((bar) => swing(bar) >= 0);
  const first = bars[0];
  if (!first) return `There are no inputs to show of which ${of} is known.`;
  if (swing(first) === 0)
    return `${bars.length === 1 ? "The only input does not move" : `None of ${bars.length} inputs moves`} ${of} (means of ${counted(data)}).`;
  const text = ({ label, low, high, ends = ["its low end", "its high end"] }: Bar): string =>
    `“${label}” (${quantity(low as number, unit)} at ${ends[0]}, ${quantity(high as number, unit)} at ${ends[1]})`;
  const next = bars.slice(1, 3).filter((bar) => swing(bar) > 0);
  const alike = bars.filter((bar) => difference(swing(bar), unit) === difference(swing(first), unit));
  const verdict =
    alike.length > 1
      ? `${of} moves equally far, by ${difference(swing(first), unit)}, with ${alike.map(({ label }) => `“${label}”`).join(" and with ")}`
      : `${of} moves most, by ${sized(first, unit)}, with ${text(first)}${next.length > 0 ? `; next with ${next.map(text).join(" and ")}` : ""}`;
  const still = bars.filter((bar) => swing(bar) === 0).length;
  const intervals = bars.flatMap((bar) => (ranged(bar) ? [bar.difference] : []));
  const unsure = intervals.filter((one) => !clear(one)).length;
  const doubt =
    intervals.length === 0
      ? "; no interval is known"
      : unsure === 0
        ? ""
        : `; of ${unsure} of ${bars.length} the difference cannot be told from none`;
  return `Of ${bars.length} ${bars.length === 1 ? "input" : "inputs"}, ${verdict}${still > 0 ? `; ${still} ${still === 1 ? "does" : "do"} not move it` : ""} (means of ${counted(data)}${doubt}).`;
}

/** Tells whether the interval of the difference between a bar's ends is known. */
function ranged(bar: Bar): bar is Bar & { readonly difference: Interval } {
  const { difference: over } = bar;
  return over !== undefined && over !== null && known(over.low) && known(over.high);
}

/** Writes how far a bar reaches, with the interval where one is known. */
function sized(bar: Bar, unit: string): string {
  const size = difference(swing(bar), unit);
  if (!ranged(bar)) return size;
  const { difference: over } = bar;
  return `${size} (${intervalText(over.value < 0 ? turned(over) : over, unit, "difference")})`;
}
