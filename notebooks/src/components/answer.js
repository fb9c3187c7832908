import { element } from "./element.js";
import { strings } from "./strings.js";

const { answer: words } = strings;

/**
 * Says what a view shows, in a verdict and the sentences behind it.
 *
 * @returns {{ verdict: string, rest: string }}
 */
export function answerOf({ cards: { chance, adoption, sustained, gap }, fan, replicates }) {
  const share = chance.plan.value;
  const rest = [
    words.runs(share * replicates, replicates),
    words.middle(adoption.plan.median, sustained.plan.median, fan.funded !== null),
    words.gap(gap.plan),
  ];
  return { verdict: words.verdict(share), rest: rest.filter((sentence) => sentence !== "").join(" ") };
}

/** Makes the paragraph that answers the page's question, and a copy for screen readers that speaks only of settled results. */
export function answer() {
  const text = element("p", { class: "answer" });
  const spoken = element("p", { class: "unseen", role: "status" });
  return {
    root: element("div", {}, text, spoken),
    draw(view, settled) {
      const { verdict, rest } = answerOf(view);
      text.replaceChildren(element("em", {}, verdict), ` ${rest}`);
      if (settled) spoken.textContent = `${verdict} ${rest}`;
    },
    /** Says that `done` of `total` runs are in: too few to say more. */
    wait(done, total) {
      text.textContent = words.waiting(done, total);
    },
  };
}
