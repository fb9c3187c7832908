import type { Scenario } from "@uptake/model";
import { targetSeries } from "@uptake/study/target";
import { headlinesOf } from "../headlines.ts";
import { plansAtBudget } from "../plans-at-budget.ts";
import { relocated } from "../relocated.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { bottlenecksOf } from "../where-stuck.ts";
import { answerCompare } from "./compare-answer.ts";
import { comparedPlans } from "./compare-plans.ts";
import { compareRuns } from "./compare-runs.ts";
import { type CompareInput, compareSchema } from "./compare-schema.ts";

/** Half the width of an interval unless replicates or another width are asked for, and most replicates for it. */
const usual = { halfWidth: 0.01, cap: 2_000 } as const;

async function run(input: CompareInput, scenario: Scenario, context: StudyContext): Promise<StudyAnswer> {
  const { replicates, budget } = input;
  const asked = await comparedPlans(input, scenario);
  const named = asked.map(({ scenario: one }) => ({ name: one.name, scenario: one }));
  const budgeted = budget === undefined ? undefined : await plansAtBudget(named, budget, { each: true });
  const plans = budgeted?.plans ?? named;
  const scenarios = plans.map((one) => one.scenario);
  const [{ target, horizon }] = scenarios as [Scenario];
  const halfWidth = input.halfWidth ?? (replicates === undefined ? usual.halfWidth : null);
  const cap = input.cap ?? Math.max(usual.cap, replicates ?? 0);
  // One pair of runs has no interval to look at.
  const first = replicates === undefined || halfWidth === null ? replicates : Math.max(2, Math.min(cap, replicates));
  const of = { series: input.of ?? targetSeries(target.of), month: input.month ?? Math.min(target.month, horizon) };
  const rule = { of, halfWidth, cap, ...(first === undefined ? {} : { first }) };
  const pathOf = (path: string): string =>
    path.replace(/^plans\[(\d+)\]/, (whole, p: string) => asked[Number(p) + 1]?.path ?? whole);
  const runs = await relocated(pathOf, () => compareRuns(scenarios, rule, context));
  const believed = await headlinesOf(runs.ensembles, runs.numbers, context, true);
  const stuck = input.bottleneck ? await bottlenecksOf(plans, runs.numbers.length, context) : [];
  return answerCompare({ plans, runs, believed, stuck, budgeted, budget });
}

/** Compares strategies with a baseline in the same worlds and luck, as precisely as asked for. */
export const compareKind: StudyKind<CompareInput> = {
  kind: "compare",
  doc: "compare strategies with a baseline in the same worlds and luck, as precisely as asked for",
  schema: compareSchema,
  adapts: ({ replicates, halfWidth }) =>
    halfWidth === undefined && replicates !== undefined
      ? undefined
      : "it adds replicates until intervals are as narrow as halfWidth asks, as it does unless replicates are given. Give replicates: N and no halfWidth",
  run,
};
