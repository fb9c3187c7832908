import { words } from "../words/kit.js";
import { element } from "./element.js";

const { figure: say } = words;

/** Holds one cell: null where nothing is known. */
export type Cell = string | number | null;

/** Holds all that a figure draws, as columns and rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Says where numbers come from: what it takes to get the same again. */
export interface Source {
  readonly replicates: number;
  readonly seed: string;
  readonly version: string;
  /** Whether they were computed when the site was built, and are not made here yet (default false). */
  readonly prebuilt?: boolean;
}

/** Says where numbers come from, and whether they were computed with the site. */
export function sourceWords({ replicates, seed, version, prebuilt = false }: Source): string {
  return `${say.source(replicates, seed, version)}${prebuilt ? ` ${say.prebuilt}` : ""}`;
}

/** Writes a table as CSV, seed, replicates and version of the model in columns of their own. */
export function csvOf({ columns, rows }: Table, { replicates, seed, version }: Source): string {
  const cell = (value: Cell): string => {
    const text = String(value ?? "");
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const all = columns.includes("replicates") ? [] : ["replicates"];
  const from: readonly Cell[] = [...(all.length > 0 ? [replicates] : []), seed, version];
  return [[...columns, ...all, "seed", "version"], ...rows.map((row) => [...row, ...from])]
    .map((row) => row.map(cell).join(","))
    .join("\n")
    .concat("\n");
}

/** Most rows shown on a page; a file has them all. */
const mostRows = 200;

/** Makes a table of rows, numbers shortened to what can be read; `note` tells of rows left out. */
export function tableElement({ columns, rows }: Table, label: string, note: (left: number) => string): HTMLElement {
  const shown = (value: Cell): string =>
    typeof value === "number" ? String(Number(value.toPrecision(4))) : (value ?? "–");
  const body = rows
    .slice(0, mostRows)
    .map((row) => element("tr", {}, ...row.map((value) => element("td", {}, shown(value)))));
  return element(
    "div",
    { class: "table", tabindex: "0", role: "region", "aria-label": label },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...columns.map((name) => element("th", { scope: "col" }, name)))),
      element("tbody", {}, ...body),
    ),
    ...(rows.length > mostRows ? [element("p", { class: "caption" }, note(rows.length - mostRows))] : []),
  );
}
