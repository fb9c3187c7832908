import { type Csv, type CsvRecord, readCsv } from "../csv.ts";
import { HeaderIndex, matchColumns, mostColumns } from "./match-columns.ts";
import type { RosterColumns } from "./roster-field.ts";
import type { RosterFormat } from "./roster-format.ts";
import type { RosterNote } from "./roster-note.ts";

/** Characters of the beginning of a text in which the header is looked for. */
const BEGINNING = 400_000;

/** Most lines above a header: banners, filters and labels. */
const MOST_ABOVE = 40;

/** Separators looked for, in this order, and what they are called. */
const separators = [
  [",", "commas"],
  [";", "semicolons"],
  ["\t", "tabs"],
] as const;

/** Holds a text read as a table, and how it is laid out. */
export interface FoundTable extends Csv {
  /** Name of the format whose header it has. */
  readonly format: string;
  readonly separator: string;
  readonly notes: readonly RosterNote[];
}

/**
 * Finds the table in a text: which character stands between fields (a line `sep=;` says so, else the one by which the
 * header has most columns of the format), how many lines stand above the header, which of `formats` the header is of,
 * and the notes below the last row. What is left out is noted.
 */
export function findTable(
  text: string,
  formats: Readonly<Record<string, RosterFormat>>,
  given: RosterColumns,
): FoundTable {
  const stated = /^\uFEFF?"?sep=([,;\t])"?(?:\r\n|\r|\n)/i.exec(text.slice(0, 20));
  // The line that names the separator stays, as a line above the header, so that lines keep their numbers.
  const candidates = separators.filter(([character]) => stated === null || stated[1] === character);
  const places: { separator: string; called: string; format: string; above: number; matched: number; width: number }[] =
    [];
  for (const [separator, called] of candidates) {
    const { header, records } = readCsv(text.slice(0, BEGINNING), { separator });
    const first = [...(header === undefined ? [] : [header]), ...records.slice(0, MOST_ABOVE)];
    const usual = usualWidth(first);
    for (const [above, { fields }] of first.entries()) {
      const index = new HeaderIndex(fields.length > mostColumns ? [] : fields);
      for (const [format, layout] of Object.entries(formats)) {
        const matched = matchColumns(index, layout, given).places.size;
        places.push({ separator, called, format, above, matched, width: fields.length === usual ? usual : 0 });
      }
    }
    // A header with all columns that are needed leaves no doubt about what is between them.
    if (places.some(({ format, matched }) => matched > formats[format]!.required.length)) break;
  }
  // Where no line has a column of the format, the first line as wide as the table is taken for its header.
  const [best] = places.sort((a, b) => b.matched - a.matched || (a.matched === 0 ? b.width - a.width : 0));
  const [separator, called] = candidates[0]!;
  const found = best ?? { separator, called, format: Object.keys(formats)[0]!, above: 0 };
  const { above } = found;
  const csv = readCsv(text, { separator: found.separator, above, notesBelow: true });
  const notes: RosterNote[] = [];
  if (found.separator !== ",")
    notes.push({ code: "separator", message: `the fields are separated by ${found.called}`, rows: [] });
  const first = csv.header?.line ?? 1;
  const lines = above - (stated === null ? 0 : 1);
  if (lines > 0)
    notes.push({
      code: "above-header",
      message: `the header stands on line ${first}; what is above it is left out`,
      rows: [],
    });
  if (csv.below !== undefined)
    notes.push({ code: "below-table", message: "notes below the table are left out", rows: csv.below });
  return { ...csv, format: found.format, separator: found.separator, notes };
}

/** Returns the number of fields that most records have, those of a single field aside. */
function usualWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records)
    if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
}
