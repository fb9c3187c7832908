import { element } from "./element.js";

/**
 * Makes a row of buttons of which one is pressed.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {readonly { name: string, title: string, doc: string }[]} options.choices
 * @param {(name: string) => void} options.onChoose
 */
export function choices({ label, choices: all, onChoose }) {
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
  );
  return {
    root,
    /** Presses one; `changed` says that it is no longer as it was. */
    set(name, changed) {
      for (const [each, button] of buttons) {
        button.setAttribute("aria-pressed", String(each === name && !changed));
        button.classList.toggle("choice-changed", each === name && changed);
      }
    },
  };
}

/**
 * Makes a menu.
 *
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.label
 * @param {readonly { name: string, title: string }[]} options.choices
 * @param {(name: string) => void} options.onChoose
 */
export function menu({ name, label, choices: all, onChoose }) {
  const id = `menu-${name}`;
  const select = element(
    "select",
    { id, name, change: () => onChoose(select.value) },
    ...all.map((choice) => element("option", { value: choice.name }, choice.title)),
  );
  const note = element("small");
  const root = element("div", { class: "menu" }, element("label", { for: id }, label), select, note);
  return {
    root,
    set(chosen, text) {
      select.value = chosen;
      note.textContent = text;
    },
  };
}
