import type { AnyEnsemble } from "@uptake/study/ensemble";
import type { Bottlenecks, FunnelAt } from "@uptake/study/funnel";
import { targetWords } from "@uptake/study/target";
import { capital } from "../../words/format.ts";
import type { AnswerFigure } from "../study-kind.ts";
import { bottleneckFigure, funnelFigure } from "../where-stuck.ts";

/** Draws what the target is of by month with its target, beside business as usual where that was run too. */
export function fanFigure(ensemble: AnyEnsemble, usual: AnyEnsemble | undefined): AnswerFigure {
  const { scenario } = ensemble;
  return {
    name: "adoption",
    title: `${capital(targetWords[scenario.target.of].measure)} by month with ${scenario.name}`,
    draw: (charts, options) => charts.adoptionFan(charts.fanData(ensemble, usual), options),
  };
}

/** Draws adoption by poverty third. */
export function tierFigure(ensemble: AnyEnsemble): AnswerFigure {
  return {
    name: "poverty-thirds",
    title: `Adoption by schools’ poverty with ${ensemble.scenario.name}`,
    draw: (charts, options) => charts.tierGap(charts.tierGapData(ensemble), options),
  };
}

/** Draws what a plan costs, by kind of spending. */
export function costFigure(ensemble: AnyEnsemble): AnswerFigure {
  return {
    name: "cost",
    title: `What ${ensemble.scenario.name} costs`,
    draw: (charts, options) => charts.ledgerBars(charts.ledgerData(ensemble), options),
  };
}

/** Lists the figures of a run: the answer first, then who is left behind, what it costs and where people get stuck. */
export function runFigures(
  ensemble: AnyEnsemble,
  usual: AnyEnsemble | undefined,
  { funnel, stuck }: { readonly funnel: FunnelAt; readonly stuck: Bottlenecks | undefined },
): AnswerFigure[] {
  const { parameters, seed, version, scenario } = ensemble;
  return [
    fanFigure(ensemble, usual),
    ...(ensemble.series.has("gap") ? [tierFigure(ensemble)] : []),
    costFigure(ensemble),
    funnelFigure(scenario.name, funnel, { parameters, seed, version }),
    ...(stuck ? [bottleneckFigure(stuck)] : []),
  ];
}
