import { describePrior, type Parameter } from "@uptake/model";
import { element } from "../../kit/element.js";
import { believedRange } from "../../plan/belief.js";
import { apostrophes } from "../../words/apostrophes.js";
import { sourceInWords } from "../../words/documents.js";
import { panelWords } from "../../words/levers.js";
import { sureWords } from "../../words/sure.js";
import { priorStrip } from "./prior-strip.js";
import type { KeptSpread } from "./record.js";

const { numbers: say } = sureWords;

/** Places along a slider. */
const places = 100;

/** Writes the source of a number, without what its status has said before. */
const reasonOf = (source: string): string =>
  sourceInWords(source).replace(/^No direct estimate; (.)/, (_, first: string) => first.toUpperCase());

/** Sets up the row of a number. */
export interface NumberRowOptions {
  readonly parameter: Parameter;
  readonly kept: KeptSpread;
  /** Hears of a value, undefined where the number is to be drawn again; moves of one `gesture` belong together. */
  readonly onMove: (value: number | undefined, gesture?: string) => void;
  /** Hears of a value that is not allowed. */
  readonly onRefused: (message: string) => void;
}

/** Holds the row of a number. */
export interface NumberRow {
  readonly root: HTMLElement;
  /** Shows the value that the number is held at, undefined where it is drawn; `locked` where a switch holds it. */
  set(value: number | undefined, locked: boolean): void;
}

/** Makes the row of a number: what it is, its source, what is believed of it drawn, and the value it is held at. */
export function numberRow({ parameter, kept, onMove, onRefused }: NumberRowOptions): NumberRow {
  const { name, doc, unit, prior, range, status, source, effect, default: usual } = parameter;
  const [from, to] = believedRange(parameter);
  const believed = describePrior(prior);
  let gesture = 0;
  const begin = (): void => {
    gesture++;
  };
  const slider = element("input", {
    type: "range",
    min: 0,
    max: places,
    step: 1,
    "aria-label": say.slide(doc),
    pointerdown: begin,
    focus: begin,
    input: () => {
      const at = from + ((to - from) * slider.valueAsNumber) / places;
      onMove(Number(at.toPrecision(6)), `${name} ${gesture}`);
    },
  });
  const field = element("input", {
    type: "number",
    class: "field",
    step: "any",
    min: range[0],
    max: range[1],
    placeholder: prior.shape === "held" ? say.fixed : say.free,
    "aria-label": say.value(doc),
    change: () => {
      const value = field.valueAsNumber;
      if (Number.isNaN(value)) {
        if (held !== undefined) onMove(undefined);
      } else if (value >= range[0] && value <= range[1]) onMove(value);
      else {
        onRefused(say.outside(name, value, ...range));
        show();
      }
    },
  });
  const reset = element(
    "button",
    { type: "button", class: "tool", "aria-label": say.resetOf(doc), click: () => onMove(undefined) },
    say.reset,
  );
  const note = element("small", { class: "number-note" });
  const root = element(
    "li",
    { class: "number", id: name, "data-status": status },
    element(
      "div",
      { class: "number-what" },
      element("b", {}, apostrophes(doc)),
      " ",
      element("a", { href: `#${name}`, class: "number-name", title: say.link(name) }, name),
      element(
        "small",
        { class: "number-source" },
        element("em", { title: say.statusDoc[status] }, panelWords.status[status] ?? status),
        `${effect ? ` (${say.effect})` : ""}. ${reasonOf(source)}.`,
      ),
    ),
    element(
      "div",
      { class: "number-prior" },
      priorStrip(parameter, kept),
      element("div", { class: "control-track" }, slider),
      element("small", {}, kept[0] === kept[2] ? believed : `${believed}; ${say.kept(kept[0], kept[2])}`),
    ),
    element("div", { class: "number-now" }, field, element("span", { class: "number-unit" }, unit), reset, note),
  );
  let held: number | undefined;
  let lockedNow = false;
  const show = (): void => {
    const at = held ?? usual;
    slider.valueAsNumber = (places * (at - from)) / (to - from);
    slider.setAttribute(
      "aria-valuetext",
      held !== undefined || prior.shape === "held" ? say.valueText(at, unit) : say.freeText(believed, unit),
    );
    slider.style.setProperty("--at", held === undefined ? "0" : String(slider.valueAsNumber / places));
    if (document.activeElement !== field || held === undefined)
      field.value = held === undefined ? "" : String(Number(held.toPrecision(6)));
    slider.disabled = lockedNow;
    field.disabled = lockedNow;
    // A button that has been pressed is not taken away from under the one who pressed it.
    if (held === undefined && document.activeElement === reset) slider.focus();
    reset.hidden = held === undefined || lockedNow;
    root.classList.toggle("number-moved", held !== undefined);
    note.textContent = lockedNow ? say.bySwitch : say.usual(usual);
  };
  show();
  return {
    root,
    set(value, locked) {
      if (value === held && locked === lockedNow) return;
      held = value;
      lockedNow = locked;
      show();
    },
  };
}
