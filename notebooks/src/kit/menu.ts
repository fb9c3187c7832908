import { element } from "./element.js";

/** Sets up a menu. */
export interface MenuOptions {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly name: string; readonly title: string }[];
  readonly onChoose: (name: string) => void;
}

/** Holds a menu; `set` shows a choice, and a note under it. */
export interface Menu {
  readonly root: HTMLElement;
  set(chosen: string, note: string): void;
  /** Adds a choice at the end, unless there is one of that name. */
  offer(choice: MenuOptions["choices"][number]): void;
}

/** Makes a menu of which one entry is chosen. */
export function menu({ name, label, choices, onChoose }: MenuOptions): Menu {
  const id = `menu-${name}`;
  const select: HTMLSelectElement = element(
    "select",
    { id, name, class: "field field-large", change: () => onChoose(select.value) },
    ...choices.map((choice) => element("option", { value: choice.name }, choice.title)),
  );
  const note = element("small");
  return {
    root: element("div", { class: "menu" }, element("label", { for: id }, label), select, note),
    offer({ name: value, title }) {
      if (![...select.options].some((option) => option.value === value))
        select.append(element("option", { value }, title));
    },
    set(chosen, text) {
      select.value = chosen;
      note.textContent = text;
    },
  };
}
