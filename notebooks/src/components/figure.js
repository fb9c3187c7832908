import { element } from "./element.js";

/**
 * Makes a place that a chart is drawn in, and drawn again when the place's width changes. `draw(width)` returns the
 * chart and its sentence, which is printed below it where `said` is set.
 *
 * @param {string} name
 * @param {(width: number) => { element: Element, sentence: string }} draw
 * @param {{ said?: boolean }} [options]
 */
export function figure(name, draw, { said = false } = {}) {
  const place = element("div", { class: `chart chart-${name}` });
  const words = element("p", { class: "caption" });
  let width = 0;
  const redraw = () => {
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
