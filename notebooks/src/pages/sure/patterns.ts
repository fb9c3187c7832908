import { element } from "../../kit/element.js";
import { tableElement } from "../../kit/table.js";
import { sureWords } from "../../words/sure.js";
import type { AllFigures, PatternGroup, RecordedFigure } from "./record.js";

const { patterns: say } = sureWords;

/** Makes the list of patterns: how many of the figures of each hold, the misses in full, and all figures on demand. */
export function patterns(groups: readonly PatternGroup[], figures: () => Promise<AllFigures>): HTMLElement {
  return element("div", { class: "patterns" }, ...groups.map((group) => patternGroup(group, figures)));
}

function patternGroup(
  { title, holds, misses, reported }: PatternGroup,
  figures: () => Promise<AllFigures>,
): HTMLElement {
  const of = holds + misses.length;
  const body = element("div", {});
  const details = element(
    "details",
    {
      class: "figure-table",
      toggle: async () => {
        if (!details.open || body.childElementCount > 0) return;
        try {
          const all = await figures();
          body.replaceChildren(tableOf(title, all[title] ?? []));
        } catch {
          body.replaceChildren(element("p", {}, say.failed));
        }
      },
    },
    element("summary", { "aria-label": `${say.all}: ${title}` }, say.all),
    body,
  );
  return element(
    "section",
    { class: "pattern" },
    element("h3", {}, title),
    element(
      "p",
      { class: "pattern-held" },
      ...(of > 0
        ? [element("span", { class: "pattern-bar", "aria-hidden": "true", style: `--held: ${holds / of}` }), " "]
        : []),
      [say.holds(holds, of), say.reported(reported)].filter((text) => text !== "").join(", "),
      ".",
    ),
    ...(misses.length > 0
      ? [element("ul", { class: "misses", "aria-label": `${say.miss}: ${title}` }, ...misses.map(miss))]
      : []),
    details,
  );
}

/** Writes a miss: what was simulated, what was observed, how far they may lie apart, and why they do. */
function miss({ statistic, simulated, observed, tolerance, note, source, cases }: RecordedFigure): HTMLElement {
  const told = [
    [say.simulated, simulated],
    [say.observed, observed],
    [say.tolerance, tolerance],
  ].flatMap(([label, text]) => (text ? [`${label} ${text}`] : []));
  const parts = note ? [...told, note] : told;
  return element(
    "li",
    {},
    element("b", {}, statistic),
    `: ${parts.join("; ")}. `,
    element("small", {}, [source, cases].filter((text) => text).join(". ")),
  );
}

const tableOf = (title: string, figures: readonly RecordedFigure[]): HTMLElement =>
  tableElement(
    {
      columns: say.columns,
      rows: figures.map(({ statistic, simulated, observed, tolerance, holds, source, cases }) => [
        statistic,
        simulated,
        observed ?? null,
        tolerance ?? null,
        holds === undefined ? say.verdicts.reported : holds ? say.verdicts.holds : say.verdicts.misses,
        source ?? null,
        cases ?? null,
      ]),
    },
    title,
    () => "",
  );
