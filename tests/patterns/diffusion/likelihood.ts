import type { Histories } from "./histories.ts";

/** Midpoints of the eighths of a normal distribution: its 1/16, 3/16, … 15/16 quantiles. */
const midpoints = [-1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534];
const midpointSd = Math.sqrt(midpoints.reduce((sum, z) => sum + z * z, 0) / 8);

/** Lists the eight dispositions people are taken to have, equally often: mean 0, variance 1. */
export const dispositions: readonly number[] = midpoints.map((z) => z / midpointSd);

/** Spread of thresholds, as the model has it by default. */
export const thresholdSd = 0.25;

/** Lists the eight thresholds people are taken to have, equally often, around `mean`. */
export const thresholds = (mean: number): number[] => midpoints.map((z) => clamp(mean + thresholdSd * z));

/** Points in standard deviations at which a site's own level is taken, and their weights. */
const sitePoints = Array.from({ length: 9 }, (_, k) => (k - 4) * 0.75);
const density = sitePoints.map((z) => Math.exp((-z * z) / 2));
const siteWeights = density.map((weight) => weight / density.reduce((sum, each) => sum + each, 0));

/** Says how colleagues push: not at all, in proportion to exposure, or past a threshold. */
export type Contagion = "none" | "simple" | "complex";

/** Holds the numbers of one hazard: the odds of adopting in a period are exp(level + … + strength · ramp(exposure)). */
export interface Hazard {
  readonly contagion: Contagion;
  /** Log-odds of adopting in a period with no exposure, midway through the study. */
  readonly level: number;
  /** Rise in the log-odds from the first to the last period, whatever the exposure: calendar time. */
  readonly calendar: number;
  /** Spread of people's dispositions, in log-odds. */
  readonly dispositionSd: number;
  /** Spread of the sites' own levels, in log-odds. */
  readonly siteSd: number;
  /** Rise in the log-odds from full exposure (κ). */
  readonly strength: number;
  /** Width of the ramp around a threshold (w), as a share of ties. */
  readonly width: number;
  readonly thresholdMean: number;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Returns how far along its ramp the push of `share` of the ties is, 0 … 1. */
export function ramp(contagion: Contagion, share: number, threshold: number, width: number): number {
  if (contagion === "none") return 0;
  return contagion === "simple" ? share : clamp((share - threshold) / Math.max(1e-9, width) + 0.5);
}

/** Returns where `period` (1 … periods) stands in calendar time, −½ … ½. */
export const calendarTime = (period: number, periods: number): number => (period - 1) / (periods - 1) - 0.5;

/**
 * Returns the log-likelihood of each site's histories, given what everyone's exposure was. Nobody's threshold,
 * disposition or site level is seen: they are summed over. Independent of the engine, whose equation of trying it restates.
 */
export function siteLogLikelihoods(histories: Histories, h: Hazard): number[] {
  const { periods, sites, site, first, exposure, from, to, adopts } = histories;
  const classes = h.contagion === "complex" && h.strength !== 0 ? thresholds(h.thresholdMean) : [0];
  const inclined = h.dispositionSd === 0 ? [0] : dispositions;
  const levels = h.siteSd === 0 ? [0] : sitePoints;
  const latent = classes.length * inclined.length;
  const logs = Array.from({ length: sites }, () => new Float64Array(levels.length));
  // Chance of not adopting in the first t periods at exposure e throughout, by kind of person.
  const stays = new Float64Array(17 * (periods + 1) * latent);
  const likely = new Float64Array(latent);
  levels.forEach((z, level) => {
    for (let e = 0; e <= 16; e++)
      for (let k = 0; k < latent; k++) {
        const threshold = classes[Math.floor(k / inclined.length)]!;
        const fixed =
          h.level +
          h.siteSd * z +
          h.dispositionSd * inclined[k % inclined.length]! +
          h.strength * ramp(h.contagion, e / 16, threshold, h.width);
        let stay = 1;
        for (let t = 0; t <= periods; t++) {
          stays[(e * (periods + 1) + t) * latent + k] = stay;
          stay /= 1 + Math.exp(fixed + h.calendar * calendarTime(t + 1, periods));
        }
      }
    for (let person = 0; person < site.length; person++) {
      likely.fill(1);
      const end = first[person + 1]!;
      for (let run = first[person]!; run < end; run++) {
        const row = exposure[run]! * (periods + 1);
        const before = (row + from[run]!) * latent;
        const after = (row + to[run]!) * latent;
        if (run === end - 1 && adopts[person] === 1)
          for (let k = 0; k < latent; k++)
            likely[k]! *= (stays[after - latent + k]! - stays[after + k]!) / stays[before + k]!;
        else for (let k = 0; k < latent; k++) likely[k]! *= stays[after + k]! / stays[before + k]!;
      }
      let sum = 0;
      for (let k = 0; k < latent; k++) sum += likely[k]!;
      logs[site[person]!]![level]! += Math.log(sum / latent);
    }
  });
  return logs.map((each) => {
    if (each.length === 1) return each[0]!;
    const most = Math.max(...each);
    return most + Math.log(each.reduce((sum, log, k) => sum + siteWeights[k]! * Math.exp(log - most), 0));
  });
}

/** Returns the log-likelihood of all sites; see {@link siteLogLikelihoods}. */
export const logLikelihood = (histories: Histories, h: Hazard): number =>
  siteLogLikelihoods(histories, h).reduce((sum, each) => sum + each, 0);
