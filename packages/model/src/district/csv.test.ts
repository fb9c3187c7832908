import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { LONGEST_FIELD, LONGEST_TEXT, readCsv } from "./csv.ts";

const rows = (text: string): unknown => readCsv(text).records.map((record) => record.fields);
const codes = (text: string): string[] => readCsv(text).issues.map((issue) => issue.code);

test("reads a byte-order mark, CRLF, LF and CR line ends alike", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const read = readCsv(`\uFEFFa,b${end}1,2${end}3,4${end}`);
    expect(read.header?.fields).toEqual(["a", "b"]);
    expect(read.records.map((record) => record.fields)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(read.records.map((record) => record.lines[0])).toEqual([2, 3]);
    expect(read.issues).toEqual([]);
  }
});

test("reads quoted commas, line ends and quotes, and keeps count of lines", () => {
  const read = readCsv('a,b\n"x, ""y""","two\r\nlines"\n3,4');
  expect(read.records.map((record) => record.fields)).toEqual([
    ['x, "y"', "two\r\nlines"],
    ["3", "4"],
  ]);
  expect(read.records[1]).toMatchObject({ lines: [4, 4], columns: [1, 3] });
  expect(read.records[0]).toMatchObject({ lines: [2, 2], columns: [1, 12] });
});

test("reads empty fields, skips empty lines, and has no header in an empty text", () => {
  expect(rows("a,b\n\n,\n1,\n\n2,3")).toEqual([
    ["", ""],
    ["1", ""],
    ["2", "3"],
  ]);
  expect(rows("a,b\n1,")).toEqual([["1", ""]]);
  for (const text of ["", "\uFEFF", "\n\n"])
    expect(readCsv(text)).toEqual({ header: undefined, records: [], issues: [] });
});

test("reports ragged rows, quotes out of place and quotes left open, with their place", () => {
  expect(readCsv("a,b\n1\n1,2\n1,2,3").issues).toMatchObject([
    { code: "ragged-row", line: 2, message: "the row has 1 fields and the header 2" },
    { code: "ragged-row", line: 4 },
  ]);
  expect(readCsv('a,b\n1,"2"x\n').issues).toMatchObject([{ code: "stray-quote", line: 2, column: 6 }]);
  expect(readCsv('a,b\n1,2"x\n').issues).toMatchObject([{ code: "stray-quote", line: 2, column: 4 }]);
  expect(readCsv('a,b\n1,"2\n3,4\n').issues[0]).toMatchObject({ code: "open-quote", line: 2, column: 3 });
});

test("refuses a text over 32 MB and a field over 100 kB, stating the limit", () => {
  expect(readCsv("x".repeat(LONGEST_TEXT + 1)).issues).toMatchObject([
    { code: "too-large", message: expect.stringContaining("32 MB") },
  ]);
  expect(readCsv(`a,b\n1,${"x".repeat(LONGEST_FIELD + 1)}`).issues).toMatchObject([
    { code: "long-field", line: 2, column: 3 },
  ]);
  expect(codes(`a,b\n1,${"x".repeat(LONGEST_FIELD)}`)).toEqual([]);
});

const cell = fc.string({ unit: fc.constantFrom("a", "é", ",", '"', "\n", "\r", " ", "0") });
property.prop([fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), fc.constantFrom("\n", "\r\n")])(
  "returns what a writer that quotes every field wrote",
  (table, end) => {
    const text = [["h", "i", "j"], ...table]
      .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(","))
      .join(end);
    const read = readCsv(text);
    expect(read.records.map((record) => record.fields)).toEqual(table);
    expect(read.issues).toEqual([]);
  },
);

property.prop([fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r") })])(
  "never throws, whatever the text",
  (text) => {
    const { header, records, issues } = readCsv(text);
    if (issues.length === 0) for (const record of records) expect(record.fields.length).toBe(header?.fields.length);
  },
);
