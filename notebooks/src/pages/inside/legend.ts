import { markPath, stageMarks } from "@uptake/charts";
import { element } from "../../kit/element.js";
import { svgElement } from "../../kit/svg-element.js";
import { count } from "../../words/numbers.js";

/** Holds the key of the marks, each with how many teachers are in its stage. */
export interface Legend {
  readonly root: HTMLElement;
  draw(counts: readonly number[]): void;
}

/** Draws the mark of a stage by itself. */
function markOf(stage: number): SVGSVGElement {
  const { colour, filled } = stageMarks[stage]!;
  const path = svgElement("path", {
    d: markPath(stage, 2, 8, 8, 16),
    class: filled ? "mark-filled" : "mark-line",
  });
  path.style.color = `var(--${colour})`;
  return svgElement("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
}

/** Makes the key. */
export function legend(): Legend {
  const numbers = stageMarks.map(() => element("b"));
  const entries = stageMarks.map(({ name }, stage) => element("li", {}, markOf(stage), `${name} `, numbers[stage]!));
  return {
    root: element("ul", { class: "stage-legend" }, ...entries),
    draw(counts) {
      numbers.forEach((number, stage) => {
        number.textContent = count(counts[stage]!);
      });
    },
  };
}
