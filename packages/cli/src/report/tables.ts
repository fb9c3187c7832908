import type { AnswerTable } from "../tables/table.ts";
import { capital, count, counted } from "../words/format.ts";
import { type Html, html } from "./html.ts";
import { columnsOnPaper, type ShownColumn, shownColumns } from "./shown-columns.ts";

/** Longest table shown whole in a report, and how many rows are shown of a longer one. */
const rowsShown = { whole: 18, first: 12 };

/** Most columns shown of a table, as of one of whole worlds. */
const mostColumns = 24;

/** Writes a table for people: its first rows and columns, and where all of them are. */
export function tableSection(table: AnswerTable): Html {
  if (table.data) return dataSection(table);
  const { name, doc, rows } = table;
  const shown = rows.length <= rowsShown.whole ? rows : rows.slice(0, rowsShown.first);
  const all = shownColumns(table, shown);
  const columns = all.slice(0, mostColumns);
  const onPaper = columnsOnPaper(columns);
  const classes = columns.map(({ kind }, c) => classOf(kind, c >= onPaper));
  const head = columns.map((column, c) => html`<th scope="col"${classes[c] as Html}>${headOf(column)}</th>`);
  const body = shown.map((row) => {
    const cells = columns.map(({ cell }, c) =>
      c === 0
        ? html`<th scope="row"${classes[c] as Html}>${cell(row)}</th>`
        : html`<td${classes[c] as Html}>${cell(row)}</td>`,
    );
    return html`<tr>${cells}</tr>\n`;
  });
  const files = html`<a href="${name}.csv">${name}.csv</a> and <a href="${name}.parquet">${name}.parquet</a>`;
  const note =
    shown.length < rows.length
      ? html`The first ${shown.length} of ${count(rows.length)} rows; all of them, with full precision, are in ${files}.`
      : html`With full precision in ${files}.`;
  const wide = all.length > mostColumns ? ` The first ${mostColumns} of ${count(all.length)} columns.` : "";
  const paper =
    onPaper < columns.length
      ? html`<span class="on-paper"> On paper, the first ${onPaper} of ${count(all.length)} columns.</span>`
      : html``;
  const meanings = columns.map(
    (column) =>
      html`<dt>${column.name}</dt><dd>${column.doc}${column.interval ? ", with its 95% interval in brackets" : ""}</dd>\n`,
  );
  return html`<section class="table" aria-labelledby="table-${name}">
<h3 id="table-${name}">${capital(name.replaceAll("-", " "))}</h3>
<p>${doc}${/[.!?]$/.test(doc) ? "" : "."}</p>
<div class="scroll" role="region" aria-labelledby="table-${name}" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.length === 0 ? html`<tr><td colspan="${columns.length}">No rows.</td></tr>\n` : body}</tbody>
</table></div>
<p class="note">${note}${wide}${paper}</p>
<details><summary>What the columns say</summary><dl>
${meanings}</dl></details>
</section>
`;
}

/** Sets numbers to the right, short texts on one line, and leaves out on paper what has no room there. */
function classOf(kind: ShownColumn["kind"], beyond: boolean): Html {
  const names = [...(kind === "words" ? [] : [kind]), ...(beyond ? ["beyond"] : [])];
  return names.length === 0 ? html`` : html` class="${names.join(" ")}"`;
}

/** Names a table that only other programs read, and its files. */
function dataSection(table: AnswerTable): Html {
  const { name, doc, columns } = table;
  const size = `${counted(table.passing?.count ?? table.rows.length, "row")} of ${counted(columns.length, "column")}`;
  return html`<section aria-labelledby="table-${name}">
<h3 id="table-${name}">${capital(name.replaceAll("-", " "))}</h3>
<p>${doc}</p>
<p class="note">${size} in <a href="${name}.csv">${name}.csv</a> and <a href="${name}.parquet">${name}.parquet</a>; columns.csv says what the columns are.</p>
</section>
`;
}

function headOf({ name, unit, interval }: ShownColumn): Html {
  const under = [unit, ...(interval ? ["(95% interval)"] : [])].filter(Boolean).join(" ");
  return under === "" ? html`${name}` : html`${name}<span class="unit">${under}</span>`;
}
