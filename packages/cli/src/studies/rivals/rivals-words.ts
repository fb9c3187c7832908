import type { Rivals } from "@uptake/study/rivals";
import { countWorlds } from "../../words/count-worlds.ts";
import { dollars, percent, points } from "../../words/format.ts";

/** Counts the worlds of a ranking and says which they are. */
export function rivalsWorlds(found: Rivals): string {
  const { parameters, source } = found;
  const of = source !== null ? ` of ${source}` : parameters === "priors" ? " of the priors" : "";
  return `${countWorlds(found, parameters === "sampled" && source === null ? "kept world" : "world")}${of}`;
}

/** Writes a value of the measure. */
export function writtenValue({ measure }: Rivals, value: number | null): string {
  if (measure.series === "cost") return dollars(value);
  if (measure.series === "teachers") return value === null ? "–" : value.toPrecision(3);
  return percent(value);
}

/** Writes a difference of the measure with its sign. */
export function signedValue({ measure }: Rivals, value: number | null): string {
  if (measure.series === "cost") return dollars(value);
  if (measure.series === "teachers") return value === null ? "–" : value.toPrecision(3);
  return `${points(value)} points`;
}
