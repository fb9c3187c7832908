import { mean } from "simple-statistics";
import type { Ensemble } from "./ensemble.ts";
import { type Ratio, ratioOfMeans } from "./ratio.ts";
import { sustainedAdopters, sustainedMonth } from "./sustained.ts";

/**
 * Computes what each additional adopter sustained at index 58 costs, in dollars of 2024, against `baseline` run in the
 * same worlds and luck: the mean difference in cost over the mean difference in adopters, with the 95% interval of
 * Fieller. Without a value where that is undefined, with the reason.
 */
export function costPerAddedSustainedAdopter(ensemble: Ensemble, baseline: Ensemble): Ratio {
  const { replicates } = ensemble;
  const adopters = sustainedAdopters(ensemble);
  const without = sustainedAdopters(baseline);
  if (!adopters || !without) {
    return { value: null, reason: `the horizon is under ${sustainedMonth} months`, replicates };
  }
  const added = adopters.map((count, r) => count - (without[r] as number));
  const spent = Array.from(ensemble.cost.total, (total, r) => total - (baseline.cost.total[r] as number));
  const ratio = ratioOfMeans(spent, added);
  if (ratio.value === null) {
    return replicates < 2 ? ratio : { ...ratio, reason: "the interval of added adopters covers zero" };
  }
  return mean(added) > 0
    ? ratio
    : { value: null, reason: "fewer adopters are sustained than under the baseline", replicates };
}
