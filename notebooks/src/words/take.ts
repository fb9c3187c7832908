// What the page "What would it take?" says.

import { atMonth, dollars, duration, when } from "@uptake/charts";
import type { TargetOf } from "@uptake/model";
import type { TakeAnswer, TakePlan } from "@uptake/study/questions";
import { targetWords } from "@uptake/study/target";
import { budgetText } from "./budget-text.js";
import { capital } from "./capital.js";
import { count, percent } from "./numbers.js";

type Ends = { readonly low: number | null; readonly high: number | null };

const between = ({ low, high }: Ends): string =>
  low === null || high === null ? "" : ` (${percent(low)} to ${percent(high)})`;
const mean = (of: (Ends & { readonly mean: number }) | null): string =>
  of === null ? "not known" : `${percent(of.mean)}${between(of)}`;
const goal = ({ target: { share, of, month } }: TakeAnswer): string =>
  `at least ${percent(share)} ${targetWords[of].clause} ${atMonth(month)}`;

/** Holds the page's words. */
export const takeWords = {
  headings: {
    chances: "The best plans, by their chance of the target",
    frontier: "What less money buys: plans that none beats in chance and cost",
    plans: "What these plans set",
    works: "Where the best plan works",
    even: "The smallest budget for an even chance",
    controls: "What is asked",
  },
  controls: {
    target: "Target",
    targetHelp: "The share to reach.",
    whom: "Of whom",
    whomHelp: (doc: string): string => `${capital(doc)}.`,
    when: "By when",
    budget: "Budget, millions of dollars of 2024",
    budgets: "Or at a click",
    refused: (least: number, most: number, now: number): string =>
      `A budget is ${budgetText(least)} to ${budgetText(most)}, written in millions: it stays at ${budgetText(now)}.`,
    floor: "Floor for the worst third",
    floorHelp: "Least adoption in the poverty third that has least of it; the gap itself is not bounded.",
    floorUnit: "of teachers there",
    noFloor: "none",
    rest: "Years, shocks and beliefs are those of the plan on show, which is one of the plans held against what is found.",
  },
  whom: {
    teachers: "Teachers who use the practice",
    students: "Students in two teachers’ classes",
    deep: "Teachers in deep use",
    "sign-ups": "Teachers signed up",
    schools: "Schools where most use it",
  } satisfies Readonly<Record<TargetOf, string>>,
  names: {
    found: (label: string): string => `Found ${label}`,
    own: { "this plan": "The plan on show", "some-of-everything": "Some of everything" } as Readonly<
      Record<string, string>
    >,
    scaled: (title: string): string => `${title}, scaled to the budget`,
  },

  answer: {
    none: "No plan fits this budget.",
    verdict: (value: number, low: number, high: number): string =>
      value === 0
        ? `No plan that was tried reaches it (chance at most ${percent(high)}).`
        : `A ${percent(value)} chance (${percent(low)} to ${percent(high)}).`,
    best: (answer: TakeAnswer, best: TakePlan, name: string, district: string): string =>
      `With ${budgetText(answer.budget)} over ${duration(answer.horizon)} in ${district}, the best of ${answer.ranked} plans is “${name}”, planned to cost ${dollars(best.plannedCost)}: in ${count(
        Math.round((best.chance?.value ?? 0) * answer.replicates),
      )} of its ${count(answer.replicates)} runs ${goal(answer)}.`,
    ties({ plans }: TakeAnswer): string {
      const others = plans.slice(1).filter(({ tied }) => tied).length;
      if (others === 0) return "";
      return `These runs cannot tell ${others === 1 ? "one other plan" : `${others} other plans`} below from it.`;
    },
    floor({ floor }: TakeAnswer, { floor: verdict, worstTier }: TakePlan): string {
      if (floor === null || verdict === null) return "";
      const told = { kept: "keeps", broken: "breaks", "cannot-tell": "may or may not keep" }[verdict];
      return `It ${told} the floor of ${percent(floor)}: the worst third is at ${mean(worstTier)}.`;
    },
    stage({ stage, generations, candidates }: TakeAnswer): string {
      if (stage === "first" || stage === "shipped")
        return "So far these are plans that are there, scaled to the budget; a search may find better.";
      return `The search has tried ${count(candidates)} candidates in ${generations} ${generations === 1 ? "generation" : "generations"}, in worlds other than those told of here.`;
    },
    short: ({ budget, target, replicates }: TakeAnswer): string =>
      `${budgetText(budget)}, ${percent(target.share)} by ${when(target.month)}; ${count(replicates)} runs.`,
  },
  plan: {
    chance: ({ chance }: TakePlan): string =>
      chance === null ? "Chance not known" : `${percent(chance.value)} chance${between(chance)}`,
    tie: ({ tied }: TakePlan, place: number): string =>
      place > 0 && tied ? ", not told apart from the best by these runs" : "",
    facts: (
      { plannedCost, reached, sustained, worstTier }: TakePlan,
      { target, sustainedMonth, replicates, horizon, funded }: TakeAnswer,
    ): string =>
      [
        `Planned at ${dollars(plannedCost)} over ${duration(horizon)}, dollars of 2024`,
        `on average ${mean(reached)} ${targetWords[target.of].who} ${atMonth(target.month)}`,
        sustained === null
          ? "what is sustained lies beyond the months simulated"
          : `${mean(sustained)} sustained ${atMonth(sustainedMonth)}${funded < horizon ? ", two years after the money stops" : ""}`,
        worstTier === null ? "" : `${mean(worstTier)} of teachers in the worst poverty third`,
        `${count(replicates)} runs, 95% intervals`,
      ]
        .filter((text) => text !== "")
        .join("; ")
        .concat("."),
    nothing: "Nothing: the district as today.",
    scaled: (factor: number): string => `All of it at ${percent(factor)} of this strength, to fit the budget.`,
    open: "Open in Tune",
    openOne: (name: string): string => `Open in Tune: ${name}`,
    pin: "Pin to compare",
    pinOne: (name: string): string => `Pin to compare: ${name}`,
    pinned: "Pinned",
  },

  works: {
    belief: (label: string, name: string, doc: string): string => `“${label}” is ${name}: ${doc}.`,
    waiting: "Told once all runs of these plans are made.",
    sentence(answer: TakeAnswer, name: string): string {
      const { works } = answer;
      if (works === null) return takeWords.works.waiting;
      const often = `In ${count(works.replicates)} worlds, each run once, “${name}” reaches the target in ${percent(works.works.probability)}${between(works.works)} of them`;
      const { box } = works;
      if (box === null)
        return {
          never: `${often}: there is no belief to name under which it works.`,
          always: `${often}: it works under all of them.`,
          "few-worlds": `${often}. Its worlds are too few to say which beliefs decide.`,
          chance: `${often}. No belief that holds where it works can be told from chance.`,
        }[works.none ?? "chance"];
      const tested = box.tested.density;
      const test =
        tested === null
          ? "no world held out for a test is there"
          : `in worlds held out for a test it reaches the target in ${percent(tested.probability)}${between(tested)} of them, against ${percent(box.tested.base)} of all`;
      return box.stands
        ? `${often}. It works more often where ${box.conditions}: ${test}.`
        : `${often}. A search for the beliefs under which it works found nothing that stands a test: where ${box.conditions}, ${test}.`;
    },
  },
  even: {
    waiting: "Worked out at the end of a search.",
    sentence(answer: TakeAnswer, name: string): string {
      const { even } = answer;
      if (even === null) return takeWords.even.waiting;
      if (even.found === null)
        return `No sum up to ${dollars(even.searched)} gave an even chance${even.best === null ? "" : `; the best plan found there has a chance of ${percent(even.best)}`}. A longer search might.`;
      const { dollars: sum, low, high, chance } = even.found;
      const ends = `95% interval ${low === null ? "from nothing" : dollars(low)} to ${high === null ? "more than this plan at full strength" : dollars(high)}`;
      return `About ${dollars(sum)} (${ends}): “${name}”, scaled to it, reaches the target in ${percent(chance.probability)}${between(chance)} of ${count(chance.replicates)} runs. The floor is not looked at here.`;
    },
    name: (name: string): string => `${name}, at an even chance`,
  },
  figures: { chance: "chance of the target", plan: "plan", cost: "Planned cost, dollars of 2024" },
  search: {
    begin: "Search for better plans",
    again: "Go on searching",
    stop: "Stop",
    over: "The search is over.",
    waiting: "Scaling the plans that are there to the budget.",
    under: "Searching. What is found so far is shown.",
    idle: "The search takes about a minute of a quiet computer; it can be stopped at any time.",
    stopped: "Stopped. What was found so far is shown.",
  },
} as const;
