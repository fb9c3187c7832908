import { element } from "./element.js";
import { strings } from "./strings.js";

const { cards: words } = strings;

/** Makes the four cards: what the plan reaches, and how that differs from as today in the same worlds. */
export function cards() {
  const made = Object.fromEntries(
    ["chance", "adoption", "sustained", "gap"].map((name) => {
      const value = element("p", { class: "card-value" });
      const note = element("p", { class: "card-note" });
      const title = element("h3", {}, words[name]);
      return [name, { root: element("div", { class: "card", "data-card": name }, title, value, note), value, note }];
    }),
  );
  const root = element("div", { class: "cards" }, ...Object.values(made).map((card) => card.root));
  const set = (name, value, note) => {
    made[name].value.textContent = value;
    made[name].note.textContent = note;
  };
  return {
    root,
    /** Shows the cards of a view. */
    draw({ cards: { chance, adoption, sustained, gap } }) {
      const asToday = (difference) =>
        difference?.estimate == null || difference.low === null
          ? words.same
          : words.difference(difference.estimate, difference.low, difference.high);
      set(
        "chance",
        chance.plan.value === null ? words.none : words.percent(chance.plan.value),
        chance.plan.low === null ? "" : words.chanceNote(chance.plan.low, chance.plan.high),
      );
      for (const [name, card] of [["adoption", adoption], ["sustained", sustained]]) {
        const middle = card.plan.median;
        set(name, middle === null ? words.none : words.percent(middle), asToday(card.difference));
      }
      const wide = gap.plan.median;
      const { difference } = gap;
      made.gap.root.classList.toggle("card-warn", wide !== null && Math.round(wide * 100) > 0);
      set(
        "gap",
        wide === null ? words.none : words.gapValue(wide),
        wide === null
          ? words.noGap
          : difference?.estimate == null || difference.low === null
            ? words.same
            : words.gapDifference(difference.estimate, difference.low, difference.high),
      );
    },
  };
}
