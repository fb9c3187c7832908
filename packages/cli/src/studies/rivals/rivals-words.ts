import type { Rivals } from "@uptake/study/rivals";
import { countWorlds } from "../../words/count-worlds.ts";
import { points } from "../../words/format.ts";
import { seriesValue } from "../../words/series-words.ts";

/** Counts the worlds of a ranking and says which they are. */
export function rivalsWorlds(found: Rivals): string {
  const { parameters, source } = found;
  const of = source !== null ? ` of ${source}` : parameters === "priors" ? " of the priors" : "";
  return `${countWorlds(found, parameters === "sampled" && source === null ? "kept world" : "world")}${of}`;
}

/** Writes a value of the measure. */
export const writtenValue = ({ measure }: Rivals, value: number | null): string => seriesValue(measure.series, value);

/** Writes a difference of the measure with its sign. */
export function signedValue({ measure: { series } }: Rivals, value: number | null): string {
  return series === "cost" || series === "teachers" ? seriesValue(series, value) : `${points(value)} points`;
}
