import { element } from "./element.js";

/** Holds one value read off a chart: of which line, and what it is there, with its unit. */
export interface ReadValue {
  readonly label: string;
  readonly value: string;
}

/** Sets up reading a chart along its horizontal axis. */
export interface CursorOptions {
  readonly label: () => string;
  /** Greatest position; the least is 0. */
  readonly last: () => number;
  /** Names a position, as in `May of year 3`. */
  readonly name: (at: number) => string;
  /** Reads the values at a position. */
  readonly read: (at: number) => readonly ReadValue[];
}

/** Holds the cursor of a chart. */
export interface Cursor {
  /** Lies over the chart; it is reached by keyboard, and moved by arrows. */
  readonly root: HTMLElement;
  /** Follows a chart that was drawn anew. */
  follow(chart: SVGSVGElement): void;
  /** Says whether there is anything to read. */
  enable(yes: boolean): void;
}

/** A chart by Plot says where a value of its axis lies. */
interface Scaled {
  scale(name: "x"): { readonly apply: (value: number) => number; readonly domain: readonly number[] } | undefined;
}

/** Makes a cursor: a line at the month nearest the pointer, and the values there; arrow keys move it too. */
export function chartCursor({ label, last, name, read }: CursorOptions): Cursor {
  const box = element("div", { class: "cursor-values", "aria-hidden": "true" });
  const line = element("div", { class: "cursor-line" });
  let chart: SVGSVGElement | undefined;
  let at: number | undefined;

  const scale = (): ReturnType<Scaled["scale"]> => (chart as unknown as Partial<Scaled> | undefined)?.scale?.("x");
  const show = (next: number | undefined): void => {
    at = next;
    const x = scale();
    const on = next !== undefined && x !== undefined && chart !== undefined;
    root.classList.toggle("cursor-on", on);
    if (!on) return;
    const ratio = chart!.clientWidth / Number(chart!.getAttribute("width"));
    const left = x.apply(next) * ratio;
    line.style.left = `${left}px`;
    box.style.left = `${left}px`;
    box.classList.toggle("cursor-before", left > root.clientWidth / 2);
    const values = read(next);
    box.replaceChildren(
      element("b", {}, name(next)),
      ...values.map((one) => element("span", {}, `${one.label}: ${one.value}`)),
    );
    root.setAttribute("aria-valuenow", String(next));
    root.setAttribute("aria-valuemax", String(last()));
    root.setAttribute("aria-valuetext", [name(next), ...values.map((one) => `${one.label} ${one.value}`)].join(", "));
  };
  const nearest = (event: PointerEvent): number | undefined => {
    const x = scale();
    if (!x || !chart) return undefined;
    const ratio = chart.clientWidth / Number(chart.getAttribute("width"));
    const px = (event.clientX - chart.getBoundingClientRect().left) / ratio;
    const [from, to] = [x.apply(0), x.apply(last())];
    return Math.round(Math.min(1, Math.max(0, (px - from) / (to - from))) * last());
  };
  const moves: Readonly<Record<string, (from: number) => number>> = {
    ArrowRight: (from) => from + 1,
    ArrowUp: (from) => from + 1,
    ArrowLeft: (from) => from - 1,
    ArrowDown: (from) => from - 1,
    PageUp: (from) => from + 12,
    PageDown: (from) => from - 12,
    Home: () => 0,
    End: () => last(),
  };
  const root: HTMLElement = element(
    "div",
    {
      class: "cursor",
      role: "slider",
      tabindex: "0",
      "aria-valuemin": 0,
      "aria-valuemax": 0,
      "aria-valuenow": 0,
      pointermove: (event) => show(nearest(event as PointerEvent)),
      pointerdown: (event) => show(nearest(event as PointerEvent)),
      pointerleave: () => show(undefined),
      focus: () => show(at ?? last()),
      blur: () => show(undefined),
      keydown: (event) => {
        const { key } = event as KeyboardEvent;
        const move = moves[key];
        if (key === "Escape") show(undefined);
        if (!move) return;
        event.preventDefault();
        show(Math.min(last(), Math.max(0, move(at ?? last()))));
      },
    },
    line,
    box,
  );
  return {
    root,
    follow(drawn) {
      chart = drawn;
      root.setAttribute("aria-label", label());
      if (at !== undefined) show(Math.min(at, last()));
    },
    enable(yes) {
      root.hidden = !yes;
      if (!yes) show(undefined);
    },
  };
}
