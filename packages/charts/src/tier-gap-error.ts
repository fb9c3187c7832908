import { type DifferenceSeries, differenceBand, lastKnown } from "./difference-band.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { clear, difference, type Interval, intervalText, known, turned } from "./quantity.ts";
import { inMonth } from "./words.ts";

/**
 * Holds what {@link tierGapError} draws: adoption in the low-poverty less the high-poverty third by month, as shares
 * (0.1 is ten points), with its 95% interval. Plain: survives JSON.
 */
export interface TierGapErrorData extends DifferenceSeries, Provenance {}

const unit = "share of teachers";

/** Draws how far the high-poverty third lags by month, with its interval; a broken line where no gap can be told. */
export function tierGapError(data: TierGapErrorData, options: ChartOptions = {}): Figure {
  return differenceBand(
    data,
    {
      measured: "Gap between low- and high-poverty thirds, points",
      unit,
      sentence: sentenceOf(data),
      caption: captionOf("Line: mean, broken where its 95% interval (band) holds no gap.", data),
      above: "high poverty behind",
      below: "high poverty ahead",
    },
    options,
  );
}

function sentenceOf(data: TierGapErrorData): string {
  const end = lastKnown(data);
  if (!end) return "There is no gap between poverty thirds to report.";
  const { month, at } = end;
  const known95 = known(at.low) && known(at.high);
  const error = (shown: Interval): string => `mean of ${counted(data)}, ${intervalText(shown, unit, "difference")}`;
  if (known95 && !clear(at))
    return at.low === at.high
      ? `${inMonth(month)}, there is no gap between the low- and the high-poverty third of teachers (${error(at)}).`
      : `${inMonth(month)}, ${counted(data)} cannot tell whether the high-poverty third of teachers is behind: the gap is ${difference(at.value, unit)} (${error(at)}; above zero is behind).`;
  const ahead = at.value < 0;
  const flipped = ahead ? turned(at) : at;
  return `${inMonth(month)}, the high-poverty third of teachers is ${difference(flipped.value, unit)} ${ahead ? "ahead of" : "behind"} the low-poverty third (${error(flipped)}).${known95 ? "" : " Without an interval, it cannot be told from chance."}`;
}
