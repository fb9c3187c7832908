import { element } from "./element.js";
import { setText } from "./set-text.js";

/** Sets up a slider. */
export interface SliderOptions {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** Greatest value; the least is 0. */
  readonly max: number;
  readonly step: number;
  /** Value that the tick stands at; without one there is no tick. */
  readonly statusQuo?: number;
  /** Writes a value and its unit. */
  readonly format: (value: number) => readonly [amount: string, unit: string];
  /** Hears of every move. Those of one `gesture` belong together: a drag, or the keys pressed until the slider is left. */
  readonly onInput: (value: number, gesture: string) => void;
  /** Hears that the reader comes near the slider, by pointer or key. */
  readonly onNear?: () => void;
}

/** Holds a slider; `set` shows a value, which need not lie on a step, with a note or other words, without telling anyone. */
export interface Slider {
  readonly root: HTMLElement;
  /** Place under the track. */
  readonly under: HTMLElement;
  /** Says whether it can be moved. */
  enable(yes: boolean): void;
  set(value: number, note?: string | readonly [amount: string, unit: string]): void;
}

/** Makes a slider: a label, its value with the unit, a tick where there is a status quo, and a line of help. */
export function slider(options: SliderOptions): Slider {
  const { name, label, help, max, step, statusQuo, format, onInput, onNear } = options;
  const id = `control-${name}`;
  let gesture = 0;
  const begin = (): void => {
    gesture++;
  };
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
      onInput(range.valueAsNumber, `${id} ${gesture}`);
    },
    pointerdown: begin,
    focus: () => {
      begin();
      onNear?.();
    },
    pointerenter: () => onNear?.(),
  });
  const show = (shown: number, said: string | readonly [string, string] = ""): void => {
    const [amount, unit] = typeof said === "string" ? format(shown) : said;
    const note = typeof said === "string" ? said : "";
    setText(text, `${amount} `);
    setText(unitText, `${unit}${note}`);
    range.setAttribute("aria-valuetext", `${amount} ${unit}${note}`);
    range.style.setProperty("--at", String(range.valueAsNumber / max));
  };
  const under = element("div", { class: "control-under" });
  const root = element(
    "div",
    { class: "control" },
    element("div", { class: "control-head" }, element("label", { for: id }, label), value),
    element(
      "div",
      { class: "control-track" },
      ...(statusQuo === undefined
        ? []
        : [element("span", { class: "control-quo", style: `--quo: ${statusQuo / max}` })]),
      range,
    ),
    under,
    element("small", { id: `${id}-help` }, help),
  );
  return {
    root,
    under,
    enable(yes) {
      range.disabled = !yes;
    },
    set(shown, note) {
      range.valueAsNumber = shown;
      show(shown, note);
    },
  };
}
