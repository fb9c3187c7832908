import type { Scenario } from "@uptake/model";
import type { BudgetAnswer, Optimised, RankedPlan } from "@uptake/study/optimise";
import { counted, dollars, inMonth } from "../../words/format.ts";
import {
  asked,
  goalOf,
  isTold,
  judgedWorlds,
  nameOf,
  pointsOff,
  reachedIn,
  soughtIn,
  tenth,
  within,
} from "./optimise-words.ts";

/** Says what the budget at a place buys: the best plan within it, whoever thought of it, and what it is told from. */
export function budgetSentence(result: Optimised, scenario: Scenario, place: number): string {
  const answer = result.budgets[place] as BudgetAnswer;
  const [best, ...others] = answer.plans as [RankedPlan, ...RankedPlan[]];
  if (best.value === null) return `For ${dollars(answer.budget)}, no run of any plan could be measured.`;
  const none = result.objective.of === "target" && best.value.value === 0;
  return [
    none ? nearestSentence(result, scenario, answer) : bestSentence(result, scenario, answer),
    spentSentence(best),
    levelSentence(result, best),
    ...(none
      ? []
      : [
          usualSentence(best, others),
          gainSentence(result, place),
          otherSideSentence(result, place),
          tieSentence(best, others),
        ]),
    beyondFloorSentence(best, others),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Says of how many plans the best is the best, as in `Of 12 plans for $3.00M that keep the equity floor, `. */
function among({ budget, plans }: BudgetAnswer, { floor }: RankedPlan): string {
  const sum = dollars(budget);
  if (floor === null) return `Of ${counted(plans.length, "plan")} for ${sum}, `;
  if (floor === "broken") return `Every plan for ${sum} breaks the equity floor; of ${plans.length}, `;
  const equal = plans.filter((one) => one.floor === floor).length;
  if (floor === "kept") return `Of ${counted(equal, "plan")} for ${sum} that keep the equity floor, `;
  return `These runs tell of no plan for ${sum} that it keeps the equity floor; of ${equal} that may, `;
}

function bestSentence(result: Optimised, scenario: Scenario, answer: BudgetAnswer): string {
  const [best] = answer.plans as [RankedPlan];
  const value = best.value as NonNullable<RankedPlan["value"]>;
  const sure = result.objective.of === "target" && value.value === 1;
  const equal = answer.plans.filter((one) => one.floor === best.floor && one.value?.value === 1).length;
  const rank = sure && equal > 1 ? `is the cheapest of ${equal} that reach it in every run` : "does best";
  return `${among(answer, best)}${nameOf(best)} ${rank}: ${soughtIn(result)} is ${tenth(value.value)} (${within(value)}, ${judgedWorlds(result, scenario)}; planned cost ${dollars(best.plannedCost)}).`;
}

/** Says that no plan reaches the target in any run, and which comes nearest. */
function nearestSentence(result: Optimised, scenario: Scenario, answer: BudgetAnswer): string {
  const [best, ...others] = answer.plans as [RankedPlan, ...RankedPlan[]];
  const { objective } = result;
  if (objective.of !== "target") return "";
  const { reached, value } = best;
  const interval =
    reached?.low != null && reached.high != null ? ` (${within({ low: reached.low, high: reached.high })})` : "";
  const usual = others.find(({ label }) => label === usualLabel);
  const off = usual?.reachedLessBest;
  const beside =
    usual === undefined
      ? ""
      : isTold(off ?? null)
        ? `; ${usualLabel} has ${pointsOff(off as NonNullable<typeof off>)}`
        : `; these runs do not tell it from ${usualLabel}`;
  return `${among(answer, best)}none reaches ${goalOf(objective)} ${inMonth(objective.month)} in any of ${judgedWorlds(result, scenario)} (chance ${tenth(0)}, ${within(value as NonNullable<typeof value>)}). Nearest comes ${nameOf(best)}, with ${tenth(reached?.mean ?? 0)} on average${interval}${beside}.`;
}

/** Name of the yardstick that is always there. */
const usualLabel = "business-as-usual";

function usualSentence(best: RankedPlan, others: readonly RankedPlan[]): string {
  const usual = others.find(({ label }) => label === usualLabel);
  if (best.label === usualLabel || !usual?.value) return "";
  if (isTold(usual.lessBest))
    return `${usualLabel} comes to ${tenth(usual.value.value)}, ${pointsOff(usual.lessBest)}.`;
  return `These runs do not tell the plan from ${usualLabel} (${tenth(usual.value.value)}).`;
}

/** Holds the best found plan against the best yardstick, whichever of the two did best, unless it was told of before. */
function otherSideSentence({ budgets }: Optimised, place: number): string {
  const [best, ...others] = (budgets[place] as BudgetAnswer).plans as [RankedPlan, ...RankedPlan[]];
  const other = others.find(
    ({ found, floor, value, label }) =>
      found !== best.found && floor === best.floor && value !== null && label !== usualLabel,
  );
  if (other?.value == null || other.label === budgets[place - 1]?.plans[0]?.label) return "";
  const who = other.found
    ? `Of the plans the search found, ${nameOf(other)} comes nearest: `
    : `Of the other strategies, ${other.label} comes nearest: `;
  const value = tenth(other.value.value);
  if (isTold(other.lessBest)) return `${who}${value}, ${pointsOff(other.lessBest)}.`;
  return `${who}${value}, which these runs do not tell from the first.`;
}

function tieSentence(best: RankedPlan, others: readonly RankedPlan[]): string {
  const tied = others.filter((one) => one.tied && one.floor === best.floor);
  if (tied.length === 0) return "";
  const cheapest = tied.reduce((a, b) => (b.plannedCost < a.plannedCost ? b : a));
  const count = tied.length === 1 ? "1 plan cannot" : `${tied.length} plans cannot`;
  const which = tied.length === 1 ? ": " : ", the cheapest ";
  return `${count} be told from the first${which}${cheapest.label}, for ${dollars(cheapest.plannedCost)}.`;
}

/** Says which plans do more and may break the floor, or do. */
function beyondFloorSentence(best: RankedPlan, others: readonly RankedPlan[]): string {
  if (best.floor === null || best.floor === "broken") return "";
  const more = others.filter(({ floor, lessBest }) => floor !== best.floor && isTold(lessBest) && lessBest.value > 0);
  const most = more.reduce<RankedPlan | undefined>(
    (a, b) => (a && a.value!.value >= b.value!.value ? a : b),
    undefined,
  );
  if (most?.value == null) return "";
  const count = more.length === 1 ? "1 plan does" : `${more.length} plans do`;
  const why = more.every(({ floor }) => floor === "broken")
    ? "but breaks the floor"
    : "but breaks the floor, or these runs do not tell whether it does";
  const each = more.length === 1 ? why : why.replaceAll("breaks", "break").replace("it does", "they do");
  return `${count} better, ${each}: ${more.length === 1 ? "" : "the best of them "}${most.label}, with ${tenth(most.value.value)}.`;
}

/** Says what is spent where that is not what was planned, which a sum is held against. */
function spentSentence({ cost, costSpread: spread, plannedCost }: RankedPlan): string {
  if (cost === null || spread === null) return "";
  const said = [cost.mean, spread.p10, spread.p90].map(dollars);
  if (said.every((one) => one === dollars(plannedCost))) return "";
  const [average, low, high] = said;
  return `Its planned cost is within the sum; at the prices of each world it spends ${average} on average, ${low} to ${high} between the 10th and the 90th percentile of the runs.`;
}

/** Says which level is reached with each chance. */
function levelSentence(result: Optimised, { levels }: RankedPlan): string {
  if (levels.length === 0) return "";
  const said = levels.map(({ chance, level }) => `at least ${tenth(level)} with a chance of ${asked(chance)}`);
  return `With it, ${reachedIn(result)} is ${said.join(" and ")}.`;
}

/** Says whether the sum buys more than the one before it. */
function gainSentence({ budgets }: Optimised, place: number): string {
  const answer = budgets[place] as BudgetAnswer;
  const before = budgets[place - 1];
  if (before === undefined || answer.gain === null) return "";
  const [best, other] = [answer.plans[0], before.plans[0]] as [RankedPlan, RankedPlan];
  const than = `the best plan for ${dollars(before.budget)}`;
  if (best.label === other.label) return `No plan that only ${dollars(answer.budget)} pays for ranks before ${than}.`;
  const named = `The best plan for ${dollars(before.budget)}, ${nameOf(other)}, comes to ${tenth(other.value?.value ?? 0)}`;
  if (!isTold(answer.gain)) return `${named}, which these runs do not tell from the first.`;
  const { value, low, high } = answer.gain;
  return `${named}, ${pointsOff({ value: -value, low: -high, high: -low })}.`;
}
