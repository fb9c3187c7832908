import { element } from "./element.js";

/**
 * Makes a place that a chart is drawn in, and drawn again when the place's width changes. `draw(width)` returns the
 * chart's SVG.
 *
 * @param {string} name
 * @param {(width: number) => Element} draw
 */
export function figure(name, draw) {
  const root = element("div", { class: `chart chart-${name}` });
  let drawnWidth = 0;
  const redraw = () => {
    const width = Math.floor(root.clientWidth);
    if (width === 0) return;
    drawnWidth = width;
    root.replaceChildren(draw(width));
  };
  new ResizeObserver(() => {
    if (Math.floor(root.clientWidth) !== drawnWidth) redraw();
  }).observe(root);
  return { root, redraw };
}
