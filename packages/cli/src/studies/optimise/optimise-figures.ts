import type { FrontierData } from "@uptake/charts";
import { type Scenario, version } from "@uptake/model";
import type { FrontierPlan, JudgedPlan, Optimised, RankedPlan } from "@uptake/study/optimise";
import { inMonth } from "../../words/format.ts";
import type { AnswerFigure } from "../study-kind.ts";
import { isTold, shortName, soughtIn } from "./optimise-words.ts";

const figure = (name: string, title: string, data: FrontierData): AnswerFigure => ({
  name,
  title,
  draw: (charts, options) => charts.frontier(data, { ...options, caption: true }),
});

/** Names a plan in a list. */
const listed = (plan: JudgedPlan): string => (plan.found ? `${plan.label}: ${shortName(plan)}` : plan.label);

/** Draws the frontier, along planned cost or the gap, and what each budget buys, with its gap. */
export function optimiseFigures(result: Optimised, scenario: Scenario, seed: string): AnswerFigure[] {
  const { replicates, worlds, frontiers, budgets, objective } = result;
  const from = { replicates, worlds: worlds.judged, parameters: scenario.parameters.draw, seed, version };
  const of = soughtIn(result);
  const lead = `lead of the low-poverty over the high-poverty third ${inMonth(objective.month)}`;
  const bests = budgets.map(({ plans }) => plans[0] as RankedPlan);
  return [
    ...frontiers.flatMap(({ against: [what, other], plans }) => {
      // A frontier against both is no line; the table has it.
      if (other !== undefined) return [];
      return what === "cost"
        ? figure("frontier", `The plans that none beats: ${of} against cost`, {
            of,
            along: { label: "Planned cost, dollars of 2024", unit: "dollars" },
            points: frontierPoints(plans, ({ plannedCost }) => plannedCost),
            ...from,
          })
        : figure("frontier-gap", `The plans that none beats: ${of} against the gap`, {
            of,
            along: { label: "Gap: lead of the low-poverty third", unit: "share" },
            points: frontierPoints(plans, ({ gap }) => gap?.mean ?? Number.NaN),
            ...from,
          });
    }),
    ...(budgets.length > 1
      ? [
          figure("budgets", `What each budget buys: ${of}`, {
            of,
            points: budgets.flatMap(({ budget, gain }, b) => {
              const best = bests[b] as RankedPlan;
              return best.value ? [{ budget, value: best.value, label: listed(best), tied: best.tied, gain }] : [];
            }),
            ...from,
          }),
        ]
      : []),
    ...(bests.every(({ gap }) => gap === null)
      ? []
      : [
          figure("budgets-gap", "What each budget does to the gap", {
            of: lead,
            points: budgets.flatMap(({ budget }, b) => {
              const best = bests[b] as RankedPlan;
              if (best.gap === null) return [];
              const { mean: value, low, high } = best.gap;
              return [{ budget, value: { value, low, high }, label: listed(best), tied: best.tied }];
            }),
            ...from,
          }),
        ]),
  ];
}

/** Lists the plans of a frontier; hollow are those not told from the one before. */
function frontierPoints(plans: readonly FrontierPlan[], place: (plan: JudgedPlan) => number): FrontierData["points"] {
  return plans.flatMap((plan) =>
    plan.value
      ? [
          {
            budget: place(plan),
            value: plan.value,
            label: listed(plan),
            tied: plan.gain !== null && !isTold(plan.gain),
          },
        ]
      : [],
  );
}
