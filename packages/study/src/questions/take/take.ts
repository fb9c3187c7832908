import { InputError, type Issue, type Scenario, scenario as scenarioOf, version } from "@uptake/model";
import { optimise } from "../../optimise/optimise.ts";
import type { OptimiseOptions } from "../../optimise/optimise-settings.ts";
import type { RankedPlan } from "../../optimise/rank-plans.ts";
import { sustainedMonth } from "../../target/sustained.ts";
import type { Question } from "../question.ts";
import { recalled } from "../recalled.ts";
import { evenChance } from "./even-chance.ts";
import { type Shipped, shippedPlans } from "./shipped-plans.ts";
import type { TakeAnswer } from "./take-answer.ts";
import type { TakeInput } from "./take-input.ts";
import { toldPlans } from "./told-plans.ts";
import { heldAgainst, mayBeSet, searchedScenario, settingsOf } from "./what-may-be-set.ts";
import { whereItWorks } from "./where-it-works.ts";

/** Replicates of the first answer, and the fewest that anything is told from. */
const first = 32;

/** Best plans that are told. */
const listed = 5;

/** Generations after which a search tells what it has found. */
const stops = [1, 3, 7, 15, 31, 63] as const;

/** Returns what the search for a plan within the budget is asked with: the same on the command line gives the same plans. */
export function takeOptions(input: TakeInput): { readonly base: Scenario; readonly options: OptimiseOptions } {
  const asked = scenarioOf(input.scenario);
  const { budget, floor, generations = 15, population = 12, searching = 24, replicates = 128, seed = "uptake" } = input;
  return {
    base: searchedScenario(asked),
    options: {
      decisions: mayBeSet,
      yardsticks: heldAgainst(asked),
      budgets: [budget],
      ...(floor === undefined ? {} : { floor: { worstTier: floor } }),
      generations: Math.max(1, generations),
      population,
      replicates: searching,
      finalists: 2,
      finalReplicates: replicates,
      seed,
    },
  };
}

/**
 * Asks what a budget buys: plans that are there, scaled to it, first in a few runs and then in all; then, generation by
 * generation, plans that a search finds, which begins at the best of these; where the best of them works, or of those
 * that are there where no search is asked for; and the smallest budget for an even chance. What it tells of plans is
 * what `optimise` tells with as many generations. Asked again it recalls its runs and goes on.
 *
 * @throws InputError as `optimise` does, and when there are fewer than 32 replicates or generations are no whole number.
 */
export const take: Question<TakeInput, TakeAnswer> = async (input, means) => {
  check(input);
  const { signal, onProgress, onPartial } = means;
  const evaluate = recalled(means.evaluate);
  const { base, options: asked } = takeOptions(input);
  const options = { ...asked, evaluate, evaluateCheapest: evaluate, signal, onProgress };
  const { generations = 15, seed = "uptake", replicates = 128 } = input;

  const tell = async (
    stage: TakeAnswer["stage"],
    { plans, frontiers, missing, replicates, worlds, judged, failures }: Shipped,
    found: Pick<TakeAnswer, "generations" | "candidates" | "works">,
  ): Promise<TakeAnswer> => ({
    stage,
    target: base.target,
    horizon: base.horizon,
    funded: base.funded,
    sustainedMonth: sustainedMonth(base),
    budget: input.budget,
    floor: input.floor ?? null,
    plans: await toldPlans(plans.slice(0, listed), { seed, judged, evaluate, signal }),
    ranked: plans.length,
    frontier: (frontiers[0]?.plans ?? []).flatMap(({ label, plannedCost, value, gain }) =>
      value && plannedCost <= input.budget ? [{ label, plannedCost, chance: value, gain }] : [],
    ),
    missing,
    ...found,
    even: null,
    version,
    seed,
    replicates,
    worlds,
    draw: base.parameters.draw,
    failures: failures.length,
  });
  const nothing = { generations: 0, candidates: 0, works: null };

  onPartial(await tell("first", await shippedPlans(base, options, first), nothing));
  const there = await shippedPlans(base, options, replicates);
  const shipped = await tell("shipped", there, nothing);
  onPartial(shipped);
  if (generations === 0) {
    const [best] = there.plans;
    return best ? { ...shipped, works: await whereItWorks(best, { seed, evaluate, signal }) } : shipped;
  }
  const start = settingsOf(shipped.plans[0]?.levers ?? {});
  for (const count of [...stops.filter((stop) => stop < generations), generations]) {
    const found = await optimise(base, { ...options, start, generations: count });
    const [within] = found.budgets;
    const { plans = [], missing = [], candidates = 0 } = within ?? {};
    const best = plans[0] as RankedPlan;
    const works = await whereItWorks(best, { seed, evaluate, signal });
    const last = count === generations;
    const told = await tell(
      last ? "searched" : "searching",
      { ...found, plans, missing, worlds: found.worlds.judged },
      { generations: within?.generations ?? 0, candidates, works },
    );
    onPartial(told);
    if (last) return { ...told, stage: "whole", even: await evenChance(base, plans, { ...options, start }) };
  }
  return shipped;
};

function check({ generations = 15, replicates = 128 }: TakeInput): void {
  const issues: Issue[] = [];
  const wrong = (path: string, value: number, allowed: string): void =>
    void issues.push({ code: "out-of-range", path, message: `${value} is out of range`, value, allowed });
  if (!(Number.isInteger(generations) && generations >= 0 && generations <= 100))
    wrong("generations", generations, "a whole number, 0 to 100");
  if (!(Number.isInteger(replicates) && replicates >= first))
    wrong("replicates", replicates, `a whole number, ${first} or more`);
  if (issues.length > 0) throw new InputError(issues);
}
