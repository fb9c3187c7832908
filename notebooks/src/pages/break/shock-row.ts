import type { Shock } from "@uptake/model";
import { element } from "../../kit/element.js";
import { breakWords } from "../../words/break.js";
import { kindNamed, wholeShock } from "./shocks.js";

const { timeline: say, kinds, sizes } = breakWords;

/** Sets up a row of the timeline. */
export interface ShockRowOptions {
  readonly kind: string;
  /** How many rows of the same kind stand above. */
  readonly nth: number;
  readonly horizon: number;
  /** Hears that the shock is switched on or off. */
  readonly onToggle: (on: boolean) => void;
  /** Hears what of the shock is changed; moves of one `gesture` belong together. */
  readonly onChange: (change: Partial<Shock>, gesture?: string) => void;
}

/** Holds a row of the timeline; `set` shows a shock, undefined one that is off. */
export interface ShockRow {
  readonly root: HTMLElement;
  set(shock: Shock | undefined): void;
}

/** Makes a row: a switch, the shock's bar, which is moved by mouse and keys, and how long and how strong it is. */
export function shockRow({ kind, nth, horizon, onToggle, onChange }: ShockRowOptions): ShockRow {
  const { doc, range, default: usual } = kindNamed(kind);
  const { scale = 1, unit = "" } = sizes[kind] ?? {};
  const label = say.on(kinds[kind] ?? kind, nth);
  const id = `shock-${kind}-${nth}`;
  let gesture = 0;
  const begin = (): void => {
    gesture++;
  };
  const toggle: HTMLInputElement = element("input", {
    type: "checkbox",
    id,
    "aria-describedby": `${id}-doc`,
    change: () => onToggle(toggle.checked),
  });
  const bar = element("span", { class: "shock-bar" });
  const month: HTMLInputElement = element("input", {
    type: "range",
    min: 0,
    max: horizon - 1,
    step: 1,
    "aria-label": say.start(label),
    pointerdown: begin,
    focus: begin,
    input: () => onChange({ month: month.valueAsNumber }, `${id} ${gesture}`),
  });
  const number = (name: string, low: number, high: number, step: number, by: number, field: "months" | "size") => {
    const input: HTMLInputElement = element("input", {
      type: "number",
      class: "field",
      min: low,
      max: high,
      step,
      required: true,
      "aria-label": name,
      change: () => {
        if (input.checkValidity()) onChange({ [field]: Number((input.valueAsNumber / by).toFixed(4)) });
        else input.reportValidity();
      },
    });
    return input;
  };
  const months = number(say.months(label), 1, 600, 1, 1, "months");
  const size = number(say.size(label), range[0] * scale, range[1] * scale, scale === 1 ? 0.1 : 1, scale, "size");
  const first = element("span", { class: "shock-first" });
  const long = usual.months > 1 ? [` ${say.lasting} `, months, ` ${say.monthsUnit} `] : [", "];
  const set = element("p", { class: "shock-set" }, `${say.from} `, first, ...long, size, ` ${unit}`);
  const about = element("small", { id: `${id}-doc` }, `${doc}.`);
  const root = element(
    "div",
    { class: "shock", "data-shock": kind },
    element("label", { class: "shock-name", for: id }, toggle, label),
    element("div", { class: "shock-track" }, bar, month),
    element("div", { class: "shock-about" }, about, set),
  );
  return {
    root,
    set(shock) {
      const on = shock !== undefined;
      const shown = wholeShock(shock ?? { kind, month: 12 });
      toggle.checked = on;
      month.disabled = !on;
      root.classList.toggle("shock-on", on);
      set.hidden = !on;
      month.valueAsNumber = shown.month;
      month.setAttribute("aria-valuetext", say.month(shown.month));
      first.textContent = say.month(shown.month);
      if (document.activeElement !== months) months.value = String(shown.months);
      if (document.activeElement !== size) size.value = String(Number((shown.size * scale).toFixed(2)));
      root.style.setProperty("--at", String(shown.month / Math.max(1, horizon - 1)));
      root.style.setProperty("--long", String(Math.min(shown.months, horizon - shown.month) / horizon));
    },
  };
}
