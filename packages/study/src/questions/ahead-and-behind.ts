import type { Ensemble } from "../ensemble/ensemble.ts";
import { column } from "../ensemble/series.ts";
import { seriesOf } from "../ensemble/summarise.ts";

/** Counts the replicates in which one plan has more of a series at an index than another, and those in which it has less. */
export function aheadAndBehind(
  before: Ensemble,
  here: Ensemble,
  series: string,
  month: number,
): { readonly ahead: number; readonly behind: number } {
  const was = column(seriesOf(before, series), month);
  const added = column(seriesOf(here, series), month).map((value, r) => value - was[r]!);
  return { ahead: added.filter((value) => value > 0).length, behind: added.filter((value) => value < 0).length };
}
