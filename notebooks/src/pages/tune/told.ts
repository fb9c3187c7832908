import { dollars } from "@uptake/charts";
import type { Difference } from "@uptake/study/compare";
import type { Answered } from "../../kit/answer.js";
import type { CardText } from "../../kit/cards.js";
import { tuneWords } from "../../words/tune.js";
import type { View } from "./view.js";

const { answer: say, cards: on } = tuneWords;

/** Names the cards of the page, in their order. */
export type CardName = keyof typeof on.titles;

/** Says what a plan comes to, in a verdict and the sentences behind it. */
export function answerOf({ cards, fan, replicates }: Pick<View, "cards" | "fan" | "replicates">): Answered {
  const { chance, adoption, sustained, gap } = cards;
  const { value: share } = chance.plan;
  const [third, later] = [adoption.plan.median, sustained.plan.median];
  if (share === null) return { verdict: say.noTarget, rest: "", short: "" };
  const rest = [
    say.runs(share * replicates, replicates, chance.share),
    third === null || later === null ? "" : say.middle(third, later, fan.funded !== null),
    say.gap(gap.plan),
  ];
  return {
    verdict: say.verdict(share),
    rest: rest.filter((sentence) => sentence !== "").join(" "),
    short: third === null ? "" : say.short(share * replicates, replicates, third),
  };
}

/** Says the six figures: means over runs, their paired difference from as today, all with 95% intervals. */
export function cardsOf({ cards, ledger, perAdopter, replicates }: View): Readonly<Record<CardName, CardText>> {
  const { chance, adoption, sustained, gap } = cards;
  const points = (difference: Difference | null): string =>
    difference === null || difference.estimate === null || difference.low === null || difference.high === null
      ? on.same
      : on.difference(difference.estimate, difference.low, difference.high);
  const share = ({ plan, difference }: typeof adoption): CardText =>
    plan.value === null
      ? { value: on.none, note: on.beyond }
      : { value: on.percent(plan.value), note: on.meanNote(plan.low, plan.high, points(difference)) };
  const { value: behind, low } = gap.plan;
  return {
    chance:
      chance.plan.value === null
        ? { value: on.none, note: on.beyond }
        : {
            value: on.percent(chance.plan.value),
            note: on.meanNote(chance.plan.low, chance.plan.high, points(chance.difference)),
          },
    adoption: share(adoption),
    sustained: share(sustained),
    gap:
      behind === null
        ? { value: on.none, note: on.noGap }
        : {
            value: on.behind(behind),
            note: on.gapNote(gap.plan, gap.difference),
            // Rust only where somebody is left behind by more than chance would have it.
            warn: Math.round(behind * 100) > 0 && (low ?? behind) > 0,
          },
    cost: { value: dollars(ledger.total.mean), note: on.costNote(ledger.total, replicates, ledger.months) },
    perAdopter:
      perAdopter?.value == null
        ? {
            value: on.none,
            note: on.noPerAdopter(perAdopter && "reason" in perAdopter ? perAdopter.reason : undefined),
          }
        : { value: dollars(perAdopter.value), note: on.interval(perAdopter.low, perAdopter.high) },
  };
}
