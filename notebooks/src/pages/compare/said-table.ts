import { element } from "../../kit/element.js";
import type { Row } from "./said-rows.js";

/**
 * Makes a table of rows whose cells say a value and, under it, how sure that is. On a phone each row is a list of its cells,
 * each after the name of its column: the roles keep it a table to screen readers there.
 */
export function saidTable(label: string, columns: readonly string[], rows: readonly Row[]): HTMLElement {
  const head = columns.map((name) => element("th", { scope: "col", role: "columnheader" }, name));
  const body = rows.map(({ name, place, cells }) =>
    element(
      "tr",
      { role: "row" },
      element("th", { scope: "row", role: "rowheader" }, ...(place === undefined ? [] : [dot(place)]), name),
      ...cells.map(({ value, note }, i) =>
        element("td", { role: "cell", "data-column": columns[i + 1] }, value, element("small", {}, note)),
      ),
    ),
  );
  return element(
    "div",
    { class: "said-table", tabindex: "0", role: "region", "aria-label": label },
    element(
      "table",
      { role: "table" },
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...head)),
      element("tbody", { role: "rowgroup" }, ...body),
    ),
  );
}

/** Makes the mark of a plan in the colour of its line. */
export function dot(place: number): HTMLElement {
  return element("span", { class: `plan-dot plan-dot-${place + 1}`, "aria-hidden": "true" });
}

/** Writes a table as text that a spreadsheet takes: cells between tabs, values before their intervals. */
export function textOf(columns: readonly string[], rows: readonly Row[]): string {
  const cell = ({ value, note }: Row["cells"][number]): string => (note === "" ? value : `${value} (${note})`);
  return [columns, ...rows.map(({ name, cells }) => [name, ...cells.map(cell)])]
    .map((line) => line.map((text) => text.replaceAll("\u00a0", " ")).join("\t"))
    .join("\n");
}
