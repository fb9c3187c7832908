import { markPath, stageMarks } from "@uptake/charts";
import { element } from "../../kit/element.js";
import { count } from "../../words/numbers.js";

/** Holds the key of the marks, each with how many teachers are in its stage. */
export interface Legend {
  readonly root: HTMLElement;
  draw(counts: readonly number[]): void;
}

/** Draws the mark of a stage by itself. */
function markOf(stage: number): SVGSVGElement {
  const name = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(name, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(name, "path");
  const { colour, filled } = stageMarks[stage]!;
  path.setAttribute("d", markPath(stage, 2, 8, 8, 16));
  path.setAttribute("class", filled ? "mark-filled" : "mark-line");
  path.style.color = `var(--${colour})`;
  svg.append(path);
  return svg;
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
