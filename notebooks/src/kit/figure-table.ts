import { words } from "../words/kit.js";
import { element } from "./element.js";
import { type Table, tableElement } from "./table.js";

const { figure: say } = words;

/** Holds the numbers of a figure, behind one click. */
export interface FigureTable {
  readonly root: HTMLElement;
  /** Shows the numbers of what is drawn now, where they are open. */
  draw(): void;
}

/** Makes the place of a figure's numbers; `rows` gives them, and undefined until all runs are in. */
export function figureTable(title: () => string, rows: () => Table | undefined): FigureTable {
  const root = element("details", { class: "figure-table", toggle: () => draw() }, element("summary", {}, say.table));
  const draw = (): void => {
    root.querySelector(".table")?.remove();
    if (!root.open) return;
    const all = rows();
    root.append(all ? tableElement(all, title(), say.rowsLeft) : element("p", { class: "table" }, say.noTable));
  };
  return { root, draw };
}
