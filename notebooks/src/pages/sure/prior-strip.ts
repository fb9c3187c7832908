import type { Parameter } from "@uptake/model";
import { svgElement } from "../../kit/svg-element.js";
import { believedRange } from "../../plan/belief.js";
import type { KeptSpread } from "./record.js";

const width = 100;
const [top, floor, keptLine, height] = [2, 18, 23, 26];

/** Draws what is believed of a number over its range: its density, its usual value, and its spread among kept worlds. */
export function priorStrip(parameter: Parameter, [low, middle, high]: KeptSpread): SVGElement {
  const { prior, default: usual } = parameter;
  const [from, to] = believedRange(parameter);
  const x = (value: number): number => (width * (Math.min(to, Math.max(from, value)) - from)) / (to - from);
  const line = (at: number, y1: number, y2: number, name: string): SVGElement =>
    svgElement("line", { x1: x(at), x2: x(at), y1, y2, class: name });
  const kept =
    low === high
      ? []
      : [
          svgElement("line", { x1: x(low), x2: x(high), y1: keptLine, y2: keptLine, class: "prior-kept" }),
          line(middle, keptLine - 2.5, keptLine + 2.5, "prior-middle"),
        ];
  return svgElement(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", class: "prior-strip", "aria-hidden": "true" },
    ...(prior.shape === "rivals" ? prior.values.map((value) => line(value, top, floor, "prior-rival")) : []),
    ...(prior.shape === "uniform"
      ? [svgElement("rect", { x: 0, y: top, width, height: floor - top, class: "prior-density" })]
      : []),
    ...(prior.shape === "bell"
      ? [svgElement("path", { d: bell(prior.mean, prior.sd, from, to, x), class: "prior-density" })]
      : []),
    svgElement("line", { x1: 0, x2: width, y1: floor, y2: floor, class: "prior-floor" }),
    line(usual, top, floor, "prior-usual"),
    ...kept,
  );
}

/** Writes the outline of a bell between two values. */
function bell(mean: number, sd: number, from: number, to: number, x: (value: number) => number): string {
  const steps = Array.from({ length: 41 }, (_, i) => from + ((to - from) * i) / 40);
  const y = (value: number): number => floor - (floor - top) * Math.exp(-0.5 * ((value - mean) / sd) ** 2);
  const curve = steps.map((value) => `L${x(value).toFixed(1)},${y(value).toFixed(1)}`).join("");
  return `M0,${floor}${curve}L${width},${floor}Z`;
}
