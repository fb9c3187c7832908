import { words as all } from "../words/kit.js";
import { element } from "./element.js";

const { cards: say } = all;

/** Holds what a card says: a value with its unit, and how sure it is and what it differs from. */
export interface CardText {
  readonly value: string;
  readonly note: string;
  /** Whether it says that somebody is left behind. */
  readonly warn?: boolean;
}

/** Holds a row of cards, by name. */
export interface CardRow<Name extends string> {
  readonly root: HTMLElement;
  /** Shows figures of what is on show. */
  draw(texts: Readonly<Record<Name, CardText>>): void;
  /** Says that the figures are of what was on show before. */
  stale(): void;
}

/** Makes a row of cards, titled in their order; they keep their room while there is nothing to show. */
export function cards<Name extends string>(titles: Readonly<Record<Name, string>>): CardRow<Name> {
  const names = Object.keys(titles) as Name[];
  const made = names.map((name) => {
    const title = element("p", { class: "card-title" }, titles[name]);
    const value = element("p", { class: "card-value" }, say.none);
    const note = element("p", { class: "card-note" });
    return { name, title, value, note, root: element("div", { class: "card", "data-card": name }, title, value, note) };
  });
  const root = element("div", { class: "cards" }, ...made.map((card) => card.root));
  return {
    root,
    draw(texts) {
      root.classList.remove("cards-stale");
      for (const card of made) {
        const { value, note, warn = false } = texts[card.name];
        card.value.textContent = value;
        card.note.textContent = note;
        card.root.classList.toggle("card-warn", warn);
      }
    },
    stale() {
      if (root.classList.contains("cards-stale")) return;
      root.classList.add("cards-stale");
      for (const card of made) if (card.value.textContent !== say.none) card.note.textContent = say.before;
    },
  };
}
