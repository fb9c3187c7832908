import type { AnswerTable, Column } from "../tables/table.ts";
import { capital, count, counted } from "../words/format.ts";
import { type Html, html } from "./html.ts";
import { readable } from "./readable.ts";

/** Longest table shown whole in a report, and how many rows are shown of a longer one. */
const rowsShown = { whole: 18, first: 12 };

/** Most columns shown of a table, as of one of whole worlds. */
const mostColumns = 24;

/** Longest text of a column that stays on one line, in characters. */
const oneLine = 28;

/** Writes a table for people: its first rows, and where all of them are. */
export function tableSection(table: AnswerTable): Html {
  const { name, doc, rows } = table;
  if (table.data) return dataSection(table);
  const columns = table.columns.slice(0, mostColumns);
  const title = name.replaceAll("-", " ");
  const shown = rows.length <= rowsShown.whole ? rows : rows.slice(0, rowsShown.first);
  const classes = columns.map((column, c) => classOf(column, c, shown));
  const head = columns.map(
    (column, c) => html`<th scope="col"${classes[c] as Html}>${column.name.replaceAll("_", " ")}${unitOf(column)}</th>`,
  );
  const body = shown.map((row) => {
    const cells = row.slice(0, mostColumns).map((value, c) => {
      const text = readable(value, unitIn(table, row, c));
      return c === 0
        ? html`<th scope="row"${classes[c] as Html}>${text}</th>`
        : html`<td${classes[c] as Html}>${text}</td>`;
    });
    return html`<tr>${cells}</tr>\n`;
  });
  const files = html`<a href="${name}.csv">${name}.csv</a> and <a href="${name}.parquet">${name}.parquet</a>`;
  const note =
    shown.length < rows.length
      ? html`The first ${shown.length} of ${count(rows.length)} rows; all of them, with full precision, are in ${files}.`
      : html`With full precision in ${files}.`;
  const wide =
    table.columns.length > mostColumns ? ` The first ${mostColumns} of ${count(table.columns.length)} columns.` : "";
  const meanings = columns.map((column) => html`<dt>${column.name.replaceAll("_", " ")}</dt><dd>${column.doc}</dd>\n`);
  return html`<section aria-labelledby="table-${name}">
<h3 id="table-${name}">${capital(title)}</h3>
<p>${doc}</p>
<div class="scroll" role="region" aria-labelledby="table-${name}" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.length === 0 ? html`<tr><td colspan="${columns.length}">No rows.</td></tr>\n` : body}</tbody>
</table></div>
<p class="note">${note}${wide}</p>
<details><summary>What the columns say</summary><dl>
${meanings}</dl></details>
</section>
`;
}

/** Names a table that only other programs read, and its files. */
function dataSection({ name, doc, rows, columns }: AnswerTable): Html {
  const size = `${counted(rows.length, "row")} of ${counted(columns.length, "column")}`;
  return html`<section aria-labelledby="table-${name}">
<h3 id="table-${name}">${capital(name.replaceAll("-", " "))}</h3>
<p>${doc}</p>
<p class="note">${size} in <a href="${name}.csv">${name}.csv</a> and <a href="${name}.parquet">${name}.parquet</a>; columns.csv says what the columns are.</p>
</section>
`;
}

/** Returns the unit of a value: where its column says that it is that of each row, what stands in the column `unit`. */
function unitIn({ doc, columns }: AnswerTable, row: AnswerTable["rows"][number], c: number): string {
  const column = columns[c];
  if (!column) return "";
  const own = /\bunit\b/.test(column.unit) ? row[columns.findIndex(({ name }) => name === "unit")] : undefined;
  const unit = typeof own === "string" ? own : column.unit;
  return /\b(difference|less the)\b/i.test(`${doc} ${column.doc}`) ? `${unit}, difference` : unit;
}

/** Sets numbers to the right, and short texts on one line. */
function classOf({ type }: Column, c: number, shown: AnswerTable["rows"]): Html {
  if (type === "integer" || type === "number") return html` class="number"`;
  return shown.every((row) => String(row[c]).length <= oneLine) ? html` class="short"` : html``;
}

function unitOf({ unit }: Column): Html {
  return unit === "–" || unit === "" ? html`` : html`<span class="unit">${unit}</span>`;
}
