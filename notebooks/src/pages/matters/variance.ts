import { sobolBars } from "@uptake/charts";
import type { VarianceSources } from "@uptake/study/questions";
import { labelOfBelief } from "../../words/label-of-belief.js";
import { mattersWords } from "../../words/matters.js";
import { type OfPlan, ranAs, readIn } from "./of-plan.js";
import type { Shown } from "./study-part.js";

const { variance: say, runs: counted } = mattersWords;

interface Estimated {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const interval = ({ estimate, low, high }: Estimated) => ({ value: estimate ?? Number.NaN, low, high });

/** Shows what the spread between runs comes from. */
export function showVariance(told: VarianceSources, plan: OfPlan): Shown {
  const { noise, sobol, runs } = told;
  const { estimate, low, high, points } = noise;
  const luck = sobol?.indices.luck;
  const has = sobol !== null && luck !== null && luck !== undefined && luck.total.estimate !== null;
  const sentences = [
    estimate === null || low === null || high === null
      ? say.untold(noise.reason ?? "")
      : say.sentence(estimate, low, high, points),
    sobol?.indices.tooFew && sobol.indices.halfWidth !== null ? say.rough(sobol.indices.halfWidth) : "",
  ];
  const named = (sobol?.indices.factors ?? []).map((factor) => ({ ...factor, label: labelOfBelief(factor.name) }));
  return {
    sentence: sentences.join(" ").trim(),
    note: sobol === null ? "" : say.note(named.length),
    runs: sobol?.runs ?? runs,
    rests: counted(runs),
    draw: has
      ? (size) =>
          sobolBars(
            {
              of: readIn(plan, sobol.outcome.month),
              bars: named.map(({ label, first, total }) => ({ label, first: interval(first), total: interval(total) })),
              luck: { first: interval(luck.first), total: interval(luck.total) },
              ...ranAs({ ...told, replicates: sobol.runs }, { ...plan, draw: "fixed" }),
            },
            size,
          )
      : undefined,
    table: () => ({
      columns: say.columns,
      rows: [...named, ...(luck ? [{ ...luck, label: say.luck }] : [])].map(({ label, name, first, total }) => [
        label,
        name,
        first.estimate,
        first.low,
        first.high,
        total.estimate,
        total.low,
        total.high,
      ]),
    }),
  };
}
