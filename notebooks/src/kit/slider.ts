import { element } from "./element.js";

/** Sets up a slider. */
export interface SliderOptions {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** Greatest value; the least is 0. */
  readonly max: number;
  readonly step: number;
  /** Value that the tick stands at. */
  readonly statusQuo: number;
  /** Writes a value and its unit. */
  readonly format: (value: number) => readonly [amount: string, unit: string];
  /** Hears of every move. */
  readonly onInput: (value: number) => void;
  /** Hears when a move is over. */
  readonly onChange: () => void;
}

/** Holds a slider; `set` shows a value, which need not lie on a step, and a note, without telling anyone. */
export interface Slider {
  readonly root: HTMLElement;
  set(value: number, note?: string): void;
}

/** Makes a slider: a label, its value with the unit, a tick at the status quo and a line of help. */
export function slider(options: SliderOptions): Slider {
  const { name, label, help, max, step, statusQuo, format, onInput, onChange } = options;
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
  const show = (shown: number, note = ""): void => {
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
