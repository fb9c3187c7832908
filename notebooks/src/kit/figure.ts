import type { Figure } from "@uptake/charts";
import { element } from "./element.js";

/** Holds a place that a chart is drawn in; `redraw` draws it anew. */
export interface Place {
  readonly root: HTMLElement;
  redraw(): void;
}

/**
 * Makes a place that a chart is drawn in, and drawn again when the place's width changes. `draw(width)` returns the
 * chart and its sentence, which is printed below it where `said` is set.
 */
export function figure(name: string, draw: (width: number) => Figure, { said = false } = {}): Place {
  const place = element("div", { class: `chart chart-${name}` });
  const words = element("p", { class: "caption" });
  let width = 0;
  const redraw = (): void => {
    width ||= Math.floor(place.clientWidth);
    if (width === 0) return;
    const { element: chart, sentence } = draw(width);
    place.replaceChildren(chart);
    if (said) words.textContent = sentence;
  };
  // The width is remembered: to ask for it would have the page laid out before every drawing.
  new ResizeObserver(() => {
    const now = Math.floor(place.clientWidth);
    if (now === width) return;
    width = now;
    redraw();
  }).observe(place);
  return { root: said ? element("div", {}, place, words) : place, redraw };
}
