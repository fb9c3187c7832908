import { log, pow, square } from "@uptake/model";
import { normalQuantile } from "../statistics/normal-quantile.ts";
import { normalShare } from "../statistics/normal-share.ts";
import { quantile } from "../statistics/quantile.ts";

/** Lists the bands that forecasts are held to: the middle 50, 80 and 95% of what is predicted. */
export const nominalBands = [0.5, 0.8, 0.95] as const;

/** Holds how well what was predicted of one count held. */
export interface Judged {
  /** For each of {@link nominalBands}, 1 where the count lay inside, 0 outside, in between for one on the edge. */
  readonly held: readonly number[];
  /** Natural logarithm of the chance given to the count. */
  readonly logScore: number;
  /** Distance of the median from the count, as a share of the population. */
  readonly error: number;
  /** Standard normal score of the count among what was predicted, held within what so many paths can tell. */
  readonly z: number;
}

/** Share of the chance that is spread evenly over all counts, so that none is impossible. */
const spread = 0.01;

/**
 * Judges predicted numbers of people against the count that came.
 *
 * A band holds the count by the part of it that lies inside when equal numbers are spread evenly over the share of
 * predictions they take up (the non-randomised transform of Czado, Gneiting and Held 2009): for the right forecaster the
 * mean is the band's nominal share even where counts are small. The chance given to the count is that of a Gaussian kernel
 * over the predictions, of Silverman's width but at least half a person, between half a person below and half above; one
 * part in a hundred is spread evenly over 0 … population.
 */
export function judgeForecast(samples: Float64Array, count: number, population: number): Judged {
  let below = 0;
  let equal = 0;
  for (const sample of samples) {
    if (sample < count) below++;
    else if (sample === count) equal++;
  }
  const from = below / samples.length;
  const to = (below + equal) / samples.length;
  const held = nominalBands.map((nominal) => {
    const low = (1 - nominal) / 2;
    if (to === from) return from > low && from < 1 - low ? 1 : 0;
    return Math.max(0, Math.min(to, 1 - low) - Math.max(from, low)) / (to - from);
  });
  const edge = 1 / (2 * samples.length);
  const middle = Math.min(1 - edge, Math.max(edge, (from + to) / 2));
  return {
    held,
    logScore: logChance(samples, count, population),
    error: Math.abs(quantile(Array.from(samples), 0.5) - count) / population,
    z: normalQuantile(middle),
  };
}

function logChance(samples: Float64Array, count: number, population: number): number {
  const width = kernelWidth(samples);
  let inside = 0;
  for (const sample of samples)
    inside += normalShare((count + 0.5 - sample) / width) - normalShare((count - 0.5 - sample) / width);
  return log(((1 - spread) * inside) / samples.length + spread / (population + 1));
}

/** Returns Silverman's width of a kernel, at least half a person. */
function kernelWidth(samples: Float64Array): number {
  const sorted = Float64Array.from(samples).sort();
  const at = (p: number): number => sorted[Math.round(p * (sorted.length - 1))]!;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const sd = Math.sqrt(sorted.reduce((sum, value) => sum + square(value - mean), 0) / sorted.length);
  const robust = (at(0.75) - at(0.25)) / 1.349;
  const scale = robust > 0 ? Math.min(sd, robust) : sd;
  return Math.max(0.5, 0.9 * scale * pow(sorted.length, -0.2));
}
