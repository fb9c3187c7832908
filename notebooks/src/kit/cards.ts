import type { Cards, Difference } from "@uptake/study/compare";
import { words as all } from "../words/kit.js";
import { element } from "./element.js";

const { cards: words } = all;

const names = ["chance", "adoption", "sustained", "gap"] as const;

/** Holds the row of cards. */
export interface CardRow {
  readonly root: HTMLElement;
  /** Empties the cards, when there is too little to show. */
  clear(): void;
  /** Shows four figures. */
  draw(cards: Cards): void;
}

/** Makes the four cards: what the plan reaches, and how that differs from as today in the same worlds. */
export function cards(): CardRow {
  const made = new Map(
    names.map((name) => {
      const value = element("p", { class: "card-value" });
      const note = element("p", { class: "card-note" });
      const title = element("p", { class: "card-title" }, words[name]);
      return [name, { root: element("div", { class: "card", "data-card": name }, title, value, note), value, note }];
    }),
  );
  const root = element("div", { class: "cards" }, ...[...made.values()].map((card) => card.root));
  const set = (name: (typeof names)[number], value: string, note: string): void => {
    const card = made.get(name);
    if (!card) return;
    card.value.textContent = value;
    card.note.textContent = note;
  };
  const warn = (yes: boolean): void => {
    made.get("gap")?.root.classList.toggle("card-warn", yes);
  };
  return {
    root,
    clear() {
      for (const name of names) set(name, words.none, "");
      warn(false);
    },
    draw({ chance, adoption, sustained, gap }) {
      const against = (difference: Difference | null): string =>
        difference === null || difference.estimate === null || difference.low === null || difference.high === null
          ? words.same
          : words.difference(difference.estimate, difference.low, difference.high);
      const { value, low, high } = chance.plan;
      set(
        "chance",
        value === null ? words.none : words.percent(value),
        low === null || high === null ? "" : `${words.chanceNote(low, high)}; ${against(chance.difference)}`,
      );
      for (const [name, card] of [
        ["adoption", adoption],
        ["sustained", sustained],
      ] as const) {
        const middle = card.plan.median;
        set(name, middle === null ? words.none : words.percent(middle), against(card.difference));
      }
      const wide = gap.plan.value;
      // Rust only where somebody is left behind by more than chance would have it.
      warn(wide !== null && Math.round(wide * 100) > 0 && (gap.plan.low ?? wide) > 0);
      if (wide === null) set("gap", words.none, words.noGap);
      else set("gap", words.gapValue(wide), against(gap.difference));
    },
  };
}
