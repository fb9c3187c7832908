import type { DiffusionSet } from "./diffusion-set.ts";
import { fitTerms } from "./fit.ts";
import { historiesOf } from "./histories.ts";
import { type Hazard, siteLogLikelihoods } from "./likelihood.ts";

/** Returns the last period of the first third of a set: what the level is fitted to before the rest is predicted. */
export const firstThird = ({ periods }: DiffusionSet): number => Math.round(periods / 3);

/**
 * Carries a hazard over to another set: all its numbers stay, save the level, which is fitted to the first third of the
 * periods, months and years being different units.
 */
export const carriedOver = (set: DiffusionSet, hazard: Hazard): Hazard =>
  fitTerms(historiesOf(set, firstThird(set)), hazard, ["level"]).hazard;

/**
 * Scores what a hazard says of the periods after the first third: the log-likelihood of each site's histories in them,
 * given those before and, period by period, everyone's exposure.
 */
export function heldOut(set: DiffusionSet, hazard: Hazard): number[] {
  const before = siteLogLikelihoods(historiesOf(set, firstThird(set)), hazard);
  return siteLogLikelihoods(historiesOf(set), hazard).map((all, site) => all - before[site]!);
}
