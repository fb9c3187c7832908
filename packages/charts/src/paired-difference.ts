import { type DifferenceSeries, differenceBand, lastKnown } from "./difference-band.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import { clear, difference, type Interval, intervalText, isShare, known, turned } from "./quantity.ts";
import { fold } from "./rows.ts";
import { inMonth } from "./words.ts";

/** Holds what {@link pairedDifferenceChart} draws: `b` less `a` by month on common random numbers, with its 95% interval. Plain: survives JSON. */
export interface PairedDifferenceData extends DifferenceSeries, Provenance {
  /** What is compared, as in `adoption`. */
  readonly of: string;
  /** Its unit; differences of shares (`share of teachers`) are written in points. */
  readonly unit: string;
  /** What is taken off, as a sentence calls it: `“business-as-usual”`, its name in quotation marks, or `the calm district`. */
  readonly a: string;
  /** What it is taken off from, called in the same way. */
  readonly b: string;
}

/** Draws the paired difference of two plans by month; a broken line where it cannot be told from none. */
export function pairedDifferenceChart(data: PairedDifferenceData, options: ChartOptions = {}): Figure {
  const { of, unit, a, b } = data;
  const short = (name: string): string => fold(name, isNarrow(options.width ?? 720) ? 22 : 36, 1).join("");
  const measured = `Difference in ${of}, ${isShare(unit) ? "points" : unit}`;
  return differenceBand(
    data,
    {
      measured,
      unit,
      sentence: sentenceOf(data),
      caption: captionOf(
        `Line: mean of ${b} less ${a} on common random numbers, broken where its 95% interval (band) holds zero.`,
        data,
      ),
      above: `more under ${short(b)}`,
      below: `more under ${short(a)}`,
    },
    options,
  );
}

function sentenceOf(data: PairedDifferenceData): string {
  const { of, unit, a, b } = data;
  const end = lastKnown(data);
  if (!end) return `There is no difference in ${of} between ${b} and ${a} to report.`;
  const { month, at } = end;
  const error = (shown: Interval): string =>
    `mean of ${counted(data)} on common random numbers, ${intervalText(shown, unit, "difference")}`;
  const known95 = known(at.low) && known(at.high);
  if (known95 && !clear(at))
    return at.low === at.high
      ? `${inMonth(month)}, ${of} is the same under ${b} as under ${a} (${error(at)}).`
      : `${inMonth(month)}, ${counted(data)} cannot tell ${b} from ${a} in ${of}: the difference is ${difference(at.value, unit)} (${error(at)}).`;
  const less = at.value < 0;
  const flipped = less ? turned(at) : at;
  return `${inMonth(month)}, ${of} is ${difference(flipped.value, unit)} ${less ? "lower" : "higher"} under ${b} than under ${a} (${error(flipped)}).${known95 ? "" : " Without an interval, it cannot be told from chance."}`;
}
