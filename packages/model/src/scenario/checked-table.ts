import { type CsvRecord, readCsv } from "../district/csv.ts";
import { IssueLog } from "../issue.ts";

/** Matches the apostrophe that keeps a spreadsheet from running what follows. */
const marked = /^'(?=[=+\-@])/;

/** Holds a table of which rows are read one by one, and everything found wrong with it. */
export class CheckedTable {
  readonly log: IssueLog = new IssueLog();
  readonly names: readonly string[];
  /** Rows with as many fields as the header; the others are at fault. */
  readonly records: readonly CsvRecord[];

  constructor(text: string) {
    const { header, records, issues } = readCsv(text);
    this.names = header?.fields.map((name) => name.trim()) ?? [];
    this.records = records.filter(({ fields }) => fields.length === this.names.length);
    this.log.addAll(issues);
  }

  /** Notes which of `columns` are missing. */
  need(columns: readonly string[]): void {
    for (const path of columns) {
      if (this.names.includes(path)) continue;
      const allowed = columns.join(", ");
      this.log.add({ code: "missing-column", path, message: "the column is missing", line: 1, allowed });
    }
  }

  has(column: string): boolean {
    return this.names.includes(column);
  }

  /** Returns the field of a row, without blanks around it or the mark of a text; empty where the column is missing. */
  text(record: CsvRecord, column: string): string {
    return record.fields[this.names.indexOf(column)]?.trim().replace(marked, "") ?? "";
  }

  /** Returns the number in a field; not a number, which is a fault, where there is none. */
  number(record: CsvRecord, column: string, otherwise: string = "is not a number"): number {
    if (!this.has(column)) return Number.NaN;
    const given = this.text(record, column);
    const value = given === "" ? Number.NaN : Number(given);
    if (Number.isFinite(value)) return value;
    this.fault(record, column, "not-a-number", `“${given.slice(0, 40)}” ${otherwise}`);
    return Number.NaN;
  }

  fault(record: CsvRecord, column: string, code: string, message: string, nearest?: string): void {
    const at = this.names.indexOf(column);
    const value = this.text(record, column);
    const place = { line: record.lines[at]!, column: record.columns[at]! };
    this.log.add({ code, path: column, message, value, ...place, ...(nearest === undefined ? {} : { nearest }) });
  }

  lines(): number[] {
    return this.records.map(({ lines }) => lines[0]!);
  }
}
