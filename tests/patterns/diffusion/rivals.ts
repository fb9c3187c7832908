import { type Fit, fitRival, type Rival } from "./fit.ts";
import type { Histories } from "./histories.ts";
import type { Contagion } from "./likelihood.ts";

/** Lists what else may move the odds, besides people's dispositions: nothing, calendar time, the sites' own levels, or both. */
export const baselines = [
  { baseline: "constant odds", calendar: false, sites: false },
  { baseline: "calendar time", calendar: true, sites: false },
  { baseline: "sites differ", calendar: false, sites: true },
  { baseline: "calendar time, sites differ", calendar: true, sites: true },
] as const;

/** Names a baseline. */
export type Baseline = (typeof baselines)[number]["baseline"];

/** Names a rival in one text. */
export const nameOf = (contagion: Contagion, baseline: Baseline): string =>
  `${contagion === "none" ? "no" : contagion} contagion, ${baseline}`;

/** Fits every rival, each also from those nested in it, by name. */
export function fitRivals(histories: Histories): Map<string, Fit> {
  const fits = new Map<string, Fit>();
  for (const { baseline, calendar, sites } of baselines)
    for (const contagion of ["none", "simple", "complex"] as const) {
      const nested = nestedIn({ contagion, calendar, sites }).flatMap((name) => fits.get(name) ?? []);
      fits.set(nameOf(contagion, baseline), fitRival(histories, { contagion, calendar, sites }, nested));
    }
  return fits;
}

/** Names the rivals that are special cases of one. */
export function nestedIn({ contagion, calendar, sites }: Rival): string[] {
  return baselines
    .filter((each) => (calendar || !each.calendar) && (sites || !each.sites))
    .flatMap((each) => {
      const itself = each.calendar === calendar && each.sites === sites;
      const same = itself ? [] : [nameOf(contagion, each.baseline)];
      return contagion === "none" ? same : [...same, nameOf("none", each.baseline)];
    });
}
