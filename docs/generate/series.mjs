import { funnelWords, isStock } from "@uptake/study/funnel";
import { runSeries } from "@uptake/study/readings";
import { code, table } from "./table.mjs";

const rangeOf = ([least, greatest]) => (greatest === null ? `${least} or more` : `${least} to ${greatest}`);

/** Writes the series of a run: what each counts, its unit and range, and where there is none. */
export function series() {
  return table(
    ["series", "what it counts", "unit", "range", "where there is none"],
    runSeries.map(({ name, doc, unit, range, missing }) => [code(name), doc, unit, rangeOf(range), missing]),
  );
}

/** Writes the series of the funnel: what each counts, and whether at an index or up to it. */
export function funnelSeries() {
  return table(
    ["series", "what it counts", "counted"],
    Object.entries(funnelWords).map(([name, { doc }]) => [
      code(name),
      doc,
      isStock(name) ? "at the index" : "up to it",
    ]),
  );
}
