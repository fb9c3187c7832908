import { atMonth } from "@uptake/charts";
import { parameters } from "@uptake/model";
import type { Breaks } from "@uptake/study/questions";
import { describeConditions, parameterWords, type StressedStrategy, shockInput } from "@uptake/study/stress";
import { wordsOfSeries } from "@uptake/study/target";
import type { Answered } from "../../kit/answer.js";
import { breakWords } from "../../words/break.js";
import { labelOfBelief } from "../../words/label-of-belief.js";

const { answer: say, box: of, sets: names } = breakWords;

/** Names a set of shocks within a sentence. */
export const titleOf = (set: string): string => names[set] ?? set;

/** Names what is measured, and when: as in `adoption` and `in May of year 3`. */
export function measureOf({ threshold }: Breaks): readonly [measure: string, when: string] {
  const measure = wordsOfSeries(threshold.measure)?.measure ?? threshold.measure;
  return [measure, atMonth(threshold.month)];
}

/** Holds what a set of shocks does to the plan itself. */
export interface ToldHarm {
  readonly set: string;
  readonly worlds: number;
  readonly met: number;
  readonly change: { readonly mean: number; readonly low: number; readonly high: number };
  readonly tied: boolean;
}

/** Lists what each set does to the plan itself, the worst first. */
export function harmsOf({ underShocks }: Breaks): readonly ToldHarm[] {
  return underShocks
    .flatMap(({ shock: set, worlds, strategies: [one] }) => {
      const { change, harm, robustness }: Partial<StressedStrategy> = one ?? {};
      if (!change || !harm || !robustness || change.low === null || change.high === null) return [];
      const { mean, low, high } = change;
      const told = { set, worlds, met: robustness.met, change: { mean, low, high }, tied: harm.tiedWithWorst };
      return [{ ...told, place: harm.place }];
    })
    .toSorted((a, b) => a.place - b.place);
}

/** Worlds in which the plan succeeds without any shock. */
const sparedOf = ({ underShocks, shocks }: Breaks): number => {
  const spared = shocks.findIndex((set) => set.shocks.length === 0);
  return underShocks[spared]?.strategies[0]?.robustness.met ?? 0;
};

/** Says what the shocks that are on do, which are the set `on` of a test; nothing where none are, or that is not known. */
function ownSentences(own: Breaks | undefined, on: string): readonly string[] {
  const harm = own && harmsOf(own).find(({ set }) => set === on);
  if (!own || !harm) return [];
  const { mean, low, high } = harm.change;
  return [
    say.own(mean, low, high, harm.worlds),
    say.reaching(own.threshold.value, harm.met, sparedOf(own), harm.worlds),
  ];
}

/** Says which shock does most harm, how much, and how sure that is; and what those do that are `on`. */
export function answerOf(found: Breaks, own: Breaks | undefined, on: string): Answered {
  const rest = (text: string): string =>
    [text, ...ownSentences(own ?? found, on).filter((one) => !text.includes(one))].filter(Boolean).join(" ");
  const harms = harmsOf(found);
  const [worst] = harms;
  if (!worst || harms.every(({ change: { low, high } }) => low === 0 && high === 0))
    return { verdict: say.untouched, rest: rest(""), short: "" };
  const [measure, month] = measureOf(found);
  const { mean, low, high } = worst.change;
  const short = say.short(mean);
  if (high >= 0) {
    const text = say.most(measure, month, titleOf(worst.set), mean, low, high, worst.worlds);
    return { verdict: say.harmless, rest: rest(text), short };
  }
  const alike = harms.filter((one) => one !== worst && one.tied).map(({ set }) => titleOf(set));
  const text = [
    say.change(measure, month, mean, low, high, worst.worlds),
    ...(alike.length > 0 ? [say.alike(alike)] : []),
    say.reaching(found.threshold.value, worst.met, sparedOf(found), worst.worlds),
  ].join(" ");
  const title = titleOf(worst.set);
  return { verdict: alike.length > 0 ? say.tied(title) : say.worst(title), rest: rest(text), short };
}

/** Says what must hold within the box in which the plan fails. */
export function conditionsOf(found: Breaks): string {
  const restrictions = found.vulnerabilities[0]?.boxes[0]?.restrictions ?? [];
  const categories = Object.fromEntries(found.shocks.map(({ name }) => [name, titleOf(name)]));
  const named = restrictions
    .filter(({ input }) => Object.hasOwn(parameterWords, input))
    .map(({ input }) => [input, { ...parameterWords[input], label: `“${labelOfBelief(input)}”` }]);
  return describeConditions(restrictions, {
    ...Object.fromEntries(named),
    [shockInput]: { among: breakWords.box.among, categories },
  });
}

/** Says where the plan fails, as far as a test in other worlds bears it out. */
export function boxSentence(found: Breaks): string {
  const [vulnerable] = found.vulnerabilities;
  if (!vulnerable) return of.waiting;
  const { failing, cases, boxes, reason = "" } = vulnerable;
  if (failing === 0) return of.never(cases);
  if (failing === 1) return of.always(cases);
  const [box] = boxes;
  if (!box) return found.worlds.count < 50 ? of.waiting : of.reason(failing, cases, reason);
  const conditions = conditionsOf(found);
  const { density, mass, base } = box.heldOut;
  if (density === null) return of.untested(conditions, box.density);
  // Every other world is held out, from the second on.
  const held = found.outcomes.flatMap((row) => row.filter((outcome, world) => outcome !== null && world % 2 === 1));
  const runs = Math.round(mass * held.length);
  const there = { failing: Math.round(density.probability * runs), runs, low: density.low, high: density.high };
  return box.stands ? of.fails(conditions, there, base) : of.falls(conditions, there, base);
}

/** Says what the numbers of the model are that a box names. */
export function glossaryOf({ vulnerabilities }: Breaks): readonly string[] {
  const named = new Set(vulnerabilities[0]?.boxes[0]?.restrictions.map(({ input }) => input) ?? []);
  return parameters
    .filter(({ name }) => named.has(name))
    .map(({ name, doc, unit }) => of.glossary(labelOfBelief(name), name, doc, unit));
}
