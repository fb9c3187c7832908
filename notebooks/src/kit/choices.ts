import { element } from "./element.js";
import { setText } from "./set-text.js";

/** Sets up a row of buttons. */
export interface ChoicesOptions {
  readonly label: string;
  readonly choices: readonly { readonly name: string; readonly title: string; readonly doc: string }[];
  readonly onChoose: (name: string) => void;
}

/** Holds a row of buttons; `set` presses one, where `changed` says that it is no longer as it was. */
export interface Choices {
  readonly root: HTMLElement;
  set(name: string, changed?: boolean): void;
}

/** Makes a row of buttons of which one is pressed; what that one is stands in sight below. */
export function choices({ label, choices: all, onChoose }: ChoicesOptions): Choices {
  const note = element("p", { class: "choices-note caption" });
  const buttons = new Map(
    all.map(({ name, title, doc }) => [
      name,
      element(
        "button",
        { type: "button", class: "choice", title: doc, "data-name": name, click: () => onChoose(name) },
        title,
      ),
    ]),
  );
  const root = element(
    "div",
    { class: "choices", role: "group", "aria-label": label },
    element("span", { class: "choices-label", "aria-hidden": "true" }, label),
    ...buttons.values(),
    note,
  );
  return {
    root,
    set(name, changed = false) {
      const doc = all.find((each) => each.name === name)?.doc ?? "";
      setText(note, doc === "" ? "" : `${doc}.`.replace(/\.\.$/, "."));
      for (const [each, button] of buttons) {
        button.setAttribute("aria-pressed", String(each === name && !changed));
        button.classList.toggle("choice-changed", each === name && changed);
      }
    },
  };
}
