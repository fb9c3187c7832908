import type { Scenario } from "@uptake/model";
import {
  type DecisionInput,
  type Objective,
  type OptimiseOptions,
  optimise,
  type RankedPlan,
  targetObjective,
  type Yardstick,
} from "@uptake/study/optimise";
import { sustainedMonth, targetSeries } from "@uptake/study/target";
import { describeWork } from "../../words/duration.ts";
import { dollars } from "../../words/format.ts";
import { givenFields } from "../given-fields.ts";
import { withHeadlines } from "../strategy-headlines.ts";
import { type StrategyList, strategyScenarios } from "../strategy-scenarios.ts";
import type { StudyKind } from "../study-kind.ts";
import { answerOptimised } from "./optimise-answer.ts";
import { type OptimiseInput, optimiseSchema } from "./optimise-schema.ts";

function objectiveOf({ of, share, month }: OptimiseInput["objective"], scenario: Scenario): Objective {
  const { target } = scenario;
  if (of === "target") return targetObjective(scenario, { share, month });
  if (of === "sustained") return { of: "mean", series: targetSeries(target.of), month: sustainedMonth(scenario) };
  return { of: "mean", series: of, month: month ?? target.month };
}

/** Tells numbers from names: a decision is between either. */
const decisionOf = ([name, given]: [string, OptimiseInput["decisions"][string]]): DecisionInput =>
  typeof given[0] === "number"
    ? { name, range: given as [number, number] }
    : { name, options: given as readonly string[] };

async function yardsticksOf(asked: StrategyList, scenario: Scenario): Promise<Yardstick[]> {
  const all = await strategyScenarios(asked, scenario, "yardsticks");
  return all.map((one) => ({ label: one.name, scenario: one }));
}

/** Describes the study that seeks the best use of money. */
export const optimiseKind: StudyKind<OptimiseInput> = {
  kind: "optimise",
  doc: "seek the settings of levers that do best within budgets, with an equity floor, beside the reference strategies",
  schema: optimiseSchema,
  adapts: () =>
    "each generation of its search is made of the plans that did best before. Run it on one machine with as many threads as it has: uptake study FILE --threads N; its plans can then be compared as shards",
  run: async (input, scenario, context) => {
    const { budgets, decisions, objective, tradeOff, yardsticks, floor, ...sizes } = input;
    const options: OptimiseOptions = {
      ...givenFields(sizes),
      budgets,
      decisions: Object.entries(decisions).map(decisionOf),
      objective: objectiveOf(objective, scenario),
      ...(tradeOff ? { tradeOff } : {}),
      ...(yardsticks ? { yardsticks: await yardsticksOf(yardsticks, scenario) } : {}),
      ...(floor ? { floor: givenFields(floor) } : {}),
      seed: context.seed,
      evaluate: context.evaluate,
      signal: context.signal,
      onEstimate: (ahead) => context.say(`At most ${describeWork(ahead)}`),
      onProgress: (done, total) => context.progress("search", done, total),
    };
    const result = await optimise(scenario, options);
    const best = result.budgets.map(({ budget, plans }) => ({
      name: `the best plan for ${dollars(budget)}`,
      scenario: (plans[0] as RankedPlan).scenario,
    }));
    // The worlds of the search would flatter what it found.
    return withHeadlines(answerOptimised(result, scenario, context.seed), best, context, {
      replicates: result.replicates,
      numbers: result.judged,
    });
  },
};
