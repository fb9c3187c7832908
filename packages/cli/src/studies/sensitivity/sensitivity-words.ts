import type { Scenario } from "@uptake/model";
import type { Interval, SensitivitySetting } from "@uptake/study/sensitivity";
import { describeOutcome, withInterval } from "../../words/describe-outcome.ts";
import { counted } from "../../words/format.ts";
import type { SensitivityInput } from "./sensitivity-schema.ts";

/** Says what varies, as in `adoption in May of year 3 under “coaching-only”`. */
export function explainedOutcome({ outcome, scenarios }: SensitivitySetting, scenario: Scenario): string {
  const of = describeOutcome(outcome, scenario);
  const [a, b] = scenarios as [string, string?];
  return b === undefined ? `${of} under “${a}”` : `${of}, “${b}” less “${a}”`;
}

/** Writes a share of the variance with its interval. */
export const shareOfVariance = ({ estimate, low, high }: Interval): string =>
  withInterval({ value: estimate, low, high }, "share");

/** Says what holds of both methods: what varied and how, what was held, what failed. */
export function settingNotes(found: SensitivitySetting, { distribution, ranges }: SensitivityInput): string[] {
  const ranged = Object.keys(ranges).length;
  const spread =
    distribution === "kept"
      ? "as in the kept worlds, or those of the scenario's own in their place, each independently of the others, so together they may make a world that is none of these"
      : "as their wide priors say, whatever patterns such a world would show";
  return [
    ...(found.factors.length > ranged ? [`Parameters are spread ${spread}.`] : []),
    ...(ranged > 0
      ? [`${counted(ranged, "parameter")} ${ranged === 1 ? "is" : "are"} spread evenly over the ranges given.`]
      : []),
    "All other parameters are held at the fixed world's values; what varies beside those named is luck.",
    ...(found.failures.length > 0
      ? [
          `${counted(found.failures.length, "run")} failed, and what they belong to is left out: ${found.failures[0]!.cause}.`,
        ]
      : []),
  ];
}
