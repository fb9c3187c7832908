import { mean } from "simple-statistics";
import type { AnyEnsemble } from "../ensemble/streamed-ensemble.ts";
import { type AnyTotals, keptTotals } from "../ensemble/totals.ts";
import { type Ratio, ratioOfMeans } from "../statistics/ratio.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import { adopters, sustainedMonth } from "../target/sustained.ts";

/**
 * Computes what each additional adopter sustained two years after funding ends costs, in dollars of 2024, against
 * `baseline` run in the same worlds and luck. When funding ends is read from the scenario of `ensemble`, the strategy
 * asked about, and both are looked at in the same month. Without a value where that is undefined, with the reason.
 */
export function costPerAddedSustainedAdopter(ensemble: AnyEnsemble, baseline: AnyEnsemble): Ratio {
  const month = sustainedMonth(ensemble.scenario);
  const here = adopters(ensemble, month);
  const before = adopters(baseline, month);
  if (!here || !before) {
    return { value: null, reason: `the horizon is under ${month} months`, replicates: ensemble.replicates };
  }
  return addedCost(ensemble, baseline, [here, before], "adopters", "adopters are sustained");
}

/**
 * Computes what each additional student-year (whole-time) with a deep teacher costs over the run, in dollars of 2024,
 * against `baseline` run in the same worlds and luck. Without a value where that is undefined, with the reason.
 */
export function costPerAddedStudentYear(ensemble: AnyEnsemble, baseline: AnyEnsemble): Ratio {
  const deep = ({ students }: AnyEnsemble): number[] =>
    Array.from(keptTotals(students.find(({ name }) => name === "all students")?.deep as AnyTotals));
  return addedCost(ensemble, baseline, [deep(ensemble), deep(baseline)], "student-years", "student-years are deep");
}

/**
 * Computes the mean difference in cost over the mean difference in units, with the 95% interval of Fieller; `lacking`
 * says of the units what there may be less of.
 */
function addedCost(
  ensemble: AnyEnsemble,
  baseline: AnyEnsemble,
  [here, there]: readonly [readonly number[], readonly number[]],
  units: string,
  lacking: string,
): Ratio {
  const { replicates } = ensemble;
  const added = here.map((count, r) => count - (there[r] as number));
  const before = keptTotals(baseline.cost.total);
  const spent = Array.from(keptTotals(ensemble.cost.total), (total, r) => total - (before[r] as number));
  const ratio = ratioOfMeans(spent, added, unitsOf(ensemble.worlds));
  if (ratio.value === null) {
    return replicates < 2 ? ratio : { ...ratio, reason: `the interval of added ${units} covers zero` };
  }
  return mean(added) > 0 ? ratio : { value: null, reason: `fewer ${lacking} than under the baseline`, replicates };
}
