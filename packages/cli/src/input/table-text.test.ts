import { fc, test } from "@fast-check/vitest";
import { InputError, importRoster, readCsv } from "@uptake/model";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect } from "vitest";
import { decodeTable } from "./parquet/decode-table.ts";
import { ofRows } from "./table-text.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("", " ", '="0012"', '"', "a,b", "a;b", "a\nb", "a\r\nb", "\r", "\ufeffa", "'=1", "sep=;", "Total"),
);
/** Names of columns: hyparquet leaves out a byte-order mark that one begins with, and those of an index are left out. */
const name = text.filter((one) => !one.startsWith("\ufeff") && !/^__index_level_\d+__$/.test(one));
const cell = fc.option(text, { nil: null });
const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    header: fc.uniqueArray(name, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }),
  }),
);

/** Writes a table as comma-separated values, every field in quotes. */
const asCsv = (rows: readonly (readonly (string | null)[])[]): string =>
  rows.map((row) => `${row.map((one) => `"${(one ?? "").replaceAll('"', '""')}"`).join(",")}\n`).join("");

async function decoded(
  columnData: Parameters<typeof parquetWriteBuffer>[0]["columnData"],
): Promise<{ readonly text: string; readonly breaks: readonly number[] }> {
  const found = await decodeTable(new Uint8Array(parquetWriteBuffer({ columnData })));
  if ("faults" in found) throw new Error(JSON.stringify(found.faults));
  return found;
}

test.prop([table])("the cells of a table in Parquet are those of the table as CSV", async ({ header, rows }) => {
  const columns = header.map((name, c) => ({
    name,
    data: rows.map((row) => row[c] as string | null),
    type: "STRING" as const,
    nullable: true,
  }));
  const { text: read, breaks } = await decoded(columns);
  const [parquet, csv] = [readCsv(read), readCsv(asCsv([header, ...rows]))];
  const cells = ({ records }: typeof csv): (readonly string[])[] => records.map(({ fields }) => fields);
  expect(parquet.issues).toEqual([]);
  expect(parquet.header?.fields).toEqual(csv.header?.fields);
  expect(cells(parquet)).toEqual(cells(csv));
  // Rows are told by number, those that CSV cannot tell from an empty line with them.
  const { locate } = ofRows(read, breaks);
  const kept = rows.flatMap((row, r) => (header.length === 1 && (row[0] ?? "") === "" ? [] : [r + 1]));
  const found = parquet.records.map(({ line }) => locate({ code: "any", path: "", message: "", line }));
  if (parquet.header && !(header.length === 1 && header[0] === "")) expect(found.map(({ row }) => row)).toEqual(kept);
});

const school = fc.record({
  school: fc.string({ minLength: 1, maxLength: 8 }),
  level: fc.constantFrom("elementary", "middle", "high", "other", "hihg"),
  enrolment: fc.integer({ min: -1, max: 2000 }),
  low_income_share: fc.option(fc.double({ min: 0, max: 1.05, noNaN: true }), { nil: null }),
  teachers: fc.option(fc.oneof(fc.integer({ min: 0, max: 90 }), fc.float({ min: 0, max: 90, noNaN: true })), {
    nil: null,
  }),
});

test.prop([fc.array(school, { minLength: 1, maxLength: 8 })])(
  "a roster in Parquet is the district, or has the faults, that it is and has as CSV",
  async (schools) => {
    const names = ["school", "level", "enrolment", "low_income_share", "teachers"] as const;
    const types = {
      school: "STRING",
      level: "STRING",
      enrolment: "INT64",
      low_income_share: "DOUBLE",
      teachers: "DOUBLE",
    } as const;
    const { text: parquet } = await decoded(
      names.map((name) => ({
        name,
        data: schools.map((one) => (name === "enrolment" ? BigInt(one.enrolment) : one[name])),
        type: types[name],
        nullable: true,
      })),
    );
    const csv = asCsv([
      names,
      ...schools.map((one) => names.map((name) => (one[name] === null ? null : String(one[name])))),
    ]);
    const outcome = (of: string): unknown => {
      try {
        return importRoster(of, { format: "generic" });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return error.issues.map(({ column: _, ...issue }) => issue);
      }
    };
    expect(outcome(parquet)).toEqual(outcome(csv));
  },
);
