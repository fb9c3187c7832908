import { words as all } from "../words/kit.js";
import { element } from "./element.js";
import { setText } from "./set-text.js";

const { answer: say } = all;

/** Holds what a page answers: a verdict, and the sentences behind it. */
export interface Answered {
  readonly verdict: string;
  readonly rest: string;
  /** The same in a few words, for a small screen. */
  readonly short: string;
}

/** Holds the paragraph that answers a page's question, and its short form, which stays in sight on a phone. */
export interface AnswerPart {
  readonly root: HTMLElement;
  readonly small: HTMLElement;
  /** Says the answer; `settled` ones are spoken by screen readers too. */
  draw(answered: Answered, settled: boolean): void;
  /** Says that `done` of `total` runs are in: too few to say more. What was said before is shown as such. */
  wait(done: number, total: number): void;
}

/** Makes the paragraph that answers the page's question. */
export function answer(): AnswerPart {
  const text = element("p", { class: "answer" });
  const waiting = element("p", { class: "answer-waiting" });
  const spoken = element("p", { class: "unseen", role: "status" });
  const small = element("p", { class: "answer-small", "aria-hidden": "true" });
  return {
    root: element("div", { class: "answer-place" }, text, waiting, spoken),
    small,
    draw({ verdict, rest, short }, settled) {
      text.replaceChildren(element("em", {}, verdict), ` ${rest}`);
      text.classList.remove("answer-stale");
      waiting.textContent = "";
      small.replaceChildren(element("em", {}, verdict), ` ${short}`);
      if (settled) spoken.textContent = `${verdict} ${rest}`;
    },
    wait(done, total) {
      text.classList.add("answer-stale");
      setText(waiting, text.textContent === "" ? say.waiting(done, total) : say.waitingAfter(done, total));
      setText(small, say.waiting(done, total));
    },
  };
}
