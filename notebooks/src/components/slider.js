import { element } from "./element.js";

/**
 * Makes a slider: a label, its value with the unit, a tick at the status quo and a line of help. `set(value, note)` shows
 * a value without telling anyone; it need not lie on a step.
 *
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.label
 * @param {string} options.help
 * @param {number} options.max
 * @param {number} options.step
 * @param {number} options.statusQuo
 * @param {(value: number) => string[]} options.format Writes a value and its unit.
 * @param {(value: number) => void} options.onInput Hears of every move.
 * @param {() => void} options.onChange Hears when a move is over.
 */
export function slider({ name, label, help, max, step, statusQuo, format, onInput, onChange }) {
  const id = `control-${name}`;
  const text = new Text();
  const unitText = new Text();
  const value = element("output", { for: id }, text, element("i", {}, unitText));
  const range = element("input", {
    type: "range",
    id,
    name,
    min: 0,
    max,
    step,
    "aria-describedby": `${id}-help`,
    input: () => {
      show(range.valueAsNumber);
      onInput(range.valueAsNumber);
    },
    change: onChange,
  });
  const show = (shown, note = "") => {
    const [amount, unit] = format(shown);
    text.data = `${amount} `;
    unitText.data = `${unit}${note}`;
    range.setAttribute("aria-valuetext", `${amount} ${unit}${note}`);
    range.style.setProperty("--at", String(range.valueAsNumber / max));
  };
  const root = element(
    "div",
    { class: "control" },
    element("div", { class: "control-head" }, element("label", { for: id }, label), value),
    element(
      "div",
      { class: "control-track", style: `--quo: ${statusQuo / max}` },
      element("span", { class: "control-quo" }),
      range,
    ),
    element("small", { id: `${id}-help` }, help),
  );
  return {
    root,
    set(shown, note) {
      range.valueAsNumber = shown;
      show(shown, note);
    },
  };
}
