import type { Cards } from "@uptake/study/compare";
import { words as all } from "../words/kit.js";
import { element } from "./element.js";

const { answer: words } = all;

/** Holds what is said of a plan. */
export interface Answered {
  readonly cards: {
    readonly chance: { readonly plan: Pick<Cards["chance"]["plan"], "value"> };
    readonly adoption: { readonly plan: Pick<Cards["adoption"]["plan"], "median"> };
    readonly sustained: { readonly plan: Pick<Cards["sustained"]["plan"], "median"> };
    readonly gap: { readonly plan: Pick<Cards["gap"]["plan"], "value" | "low" | "high"> };
  };
  /** Months funded; null where nothing is. */
  readonly funded: number | null;
  readonly replicates: number;
}

/** Says what a plan comes to, in a verdict and the sentences behind it. */
export function answerOf({ cards, funded, replicates }: Answered): { readonly verdict: string; readonly rest: string } {
  const { chance, adoption, sustained, gap } = cards;
  const { value: share } = chance.plan;
  const [third, later] = [adoption.plan.median, sustained.plan.median];
  const rest = [
    share === null ? "" : words.runs(share * replicates, replicates),
    third === null || later === null ? "" : words.middle(third, later, funded !== null),
    words.gap(gap.plan),
  ];
  return {
    verdict: share === null ? "" : words.verdict(share),
    rest: rest.filter((sentence) => sentence !== "").join(" "),
  };
}

/** Holds the paragraph that answers a page's question. */
export interface AnswerPart {
  readonly root: HTMLElement;
  /** Says what a plan comes to; `settled` results are spoken by screen readers too. */
  draw(answered: Answered, settled: boolean): void;
  /** Says that `done` of `total` runs are in: too few to say more. */
  wait(done: number, total: number): void;
}

/** Makes the paragraph that answers the page's question, and a copy for screen readers that speaks only of settled results. */
export function answer(): AnswerPart {
  const text = element("p", { class: "answer" });
  const spoken = element("p", { class: "unseen", role: "status" });
  return {
    root: element("div", {}, text, spoken),
    draw(answered, settled) {
      const { verdict, rest } = answerOf(answered);
      text.replaceChildren(element("em", {}, verdict), ` ${rest}`);
      if (settled) spoken.textContent = `${verdict} ${rest}`;
    },
    wait(done, total) {
      text.textContent = words.waiting(done, total);
    },
  };
}
