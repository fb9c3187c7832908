import { element } from "./element.js";
import { strings } from "./strings.js";

const { cards: words } = strings;

/** Makes the four cards: what the plan reaches, and how that differs from as today in the same worlds. */
export function cards() {
  const made = Object.fromEntries(
    ["chance", "adoption", "sustained", "gap"].map((name) => {
      const value = element("p", { class: "card-value" });
      const note = element("p", { class: "card-note" });
      const title = element("p", { class: "card-title" }, words[name]);
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
    /** Empties the cards, when there is too little to show. */
    clear() {
      for (const name of Object.keys(made)) set(name, words.none, "");
      made.gap.root.classList.remove("card-warn");
    },
    /** Shows the cards of a view. */
    draw({ cards: { chance, adoption, sustained, gap } }) {
      const against = (difference) =>
        difference?.estimate == null || difference.low === null
          ? words.same
          : words.difference(difference.estimate, difference.low, difference.high);
      const { value, low, high } = chance.plan;
      set(
        "chance",
        value === null ? words.none : words.percent(value),
        low === null ? "" : `${words.chanceNote(low, high)}; ${against(chance.difference)}`,
      );
      for (const [name, card] of Object.entries({ adoption, sustained })) {
        const middle = card.plan.median;
        set(name, middle === null ? words.none : words.percent(middle), against(card.difference));
      }
      const wide = gap.plan.value;
      // Rust only where somebody is left behind by more than chance would have it.
      made.gap.root.classList.toggle("card-warn", Math.round(wide * 100) > 0 && (gap.plan.low ?? wide) > 0);
      if (wide === null) set("gap", words.none, words.noGap);
      else set("gap", words.gapValue(wide), against(gap.difference));
    },
  };
}
