import { element } from "../../kit/element.js";
import { compareWords } from "../../words/compare.js";
import type { Entry } from "./entries.js";
import { dot } from "./said-table.js";

const { plans: say } = compareWords;

/** Says what the buttons of a row do. */
export interface RowActs {
  /** Pins the plan on show. */
  pin(entry: Entry): void;
  rename(place: number, name: string): void;
  /** Moves a plan up (−1) or down (1). */
  move(place: number, by: number): void;
  remove(place: number): void;
}

/** Holds a row of the list: one place, whichever plan stands there. */
export interface PlanRow {
  readonly root: HTMLElement;
  readonly pinned: boolean;
  /** Shows a plan, one of `pins` that are pinned. */
  set(entry: Entry, pins: number): void;
  /** Puts the focus on what moves the plan further, or back where it can go no further. */
  focus(by: number): void;
}

/** Makes the row of a place: of a pinned plan its name, to be changed, and what moves and removes it. */
export function planRow(place: number, pinned: boolean, acts: RowActs): PlanRow {
  const button = (label: string, click: () => void): HTMLButtonElement =>
    element("button", { type: "button", class: "tool", click }, label);
  const label = (made: HTMLButtonElement, name: string, able = true): void => {
    made.setAttribute("aria-label", `${made.textContent}: ${name}`);
    made.disabled = !able;
  };
  if (!pinned) {
    let shown: Entry | undefined;
    const name = element("span");
    const pin = button(say.pin, () => shown && acts.pin(shown));
    return {
      root: element(
        "li",
        {},
        dot(place),
        element("span", { class: "compared-name" }, name, " ", element("small", {}, say.shown)),
        pin,
      ),
      pinned,
      set(entry) {
        shown = entry;
        name.textContent = entry.name;
        label(pin, entry.name);
      },
      focus: () => pin.focus(),
    };
  }
  const field: HTMLInputElement = element("input", {
    type: "text",
    class: "field",
    maxlength: 200,
    "aria-label": say.name(place + 1),
    change: () => acts.rename(place, field.value),
  });
  const up = button(say.up, () => acts.move(place, -1));
  const down = button(say.down, () => acts.move(place, 1));
  const remove = button(say.remove, () => acts.remove(place));
  return {
    root: element("li", {}, dot(place), field, up, down, remove),
    pinned,
    set({ name }, pins) {
      field.value = name;
      label(up, name, place > 0);
      label(down, name, place < pins - 1);
      label(remove, name);
    },
    focus(by) {
      const [wanted, other] = by < 0 ? [up, down] : [down, up];
      (wanted.disabled ? other : wanted).focus();
    },
  };
}
