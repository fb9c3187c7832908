import { save } from "../../kit/downloads.js";
import { element } from "../../kit/element.js";
import { csvOf, type Source, sourceWords } from "../../kit/table.js";
import { copy, tools } from "../../kit/tools.js";
import { compareWords } from "../../words/compare.js";
import { words } from "../../words/kit.js";
import type { Compared } from "./comparing.js";
import { numbersTable } from "./numbers.js";
import { columnsOf, rowsOf } from "./said-rows.js";
import { saidTable, textOf } from "./said-table.js";

const { table: say } = compareWords;

/** Makes the table of all plans, to be copied and saved. */
export function sideBySide(
  current: () => Compared | undefined,
  source: () => Source,
): { readonly root: HTMLElement; draw(): void } {
  const place = element("div", { class: "said-place" });
  const note = element("p", { class: "caption" });
  const from = element("p", { class: "caption figure-source" });
  const bar = tools({
    copyTable: async () => {
      const now = current();
      if (!now) throw new Error(words.figure.nothing);
      const copied = await copy(textOf(columnsOf(now), rowsOf(now)));
      return typeof copied === "string" ? words.tools.tableCopied : copied;
    },
    csv: () => {
      const now = current();
      if (!now) throw new Error(words.figure.nothing);
      save("plans.csv", csvOf(numbersTable(now), source()), "text/csv");
      return words.tools.saved("plans.csv");
    },
  });
  return {
    root: element(
      "section",
      { class: "figure side-by-side" },
      element("h2", { class: "figure-title" }, say.title),
      bar.root,
      place,
      note,
      from,
    ),
    draw() {
      const now = current();
      bar.enable({ copyTable: now !== undefined, csv: now !== undefined });
      place.classList.toggle("stale", !now);
      if (!now) return;
      place.replaceChildren(saidTable(say.title, columnsOf(now), rowsOf(now)));
      note.textContent = say.note(now.plans[0]!.months);
      from.textContent = sourceWords(source());
    },
  };
}
