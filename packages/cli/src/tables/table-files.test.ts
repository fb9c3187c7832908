import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { readParquet } from "parquet-wasm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { PassingFile } from "../host/passing-file.ts";
import { integer, number, text, yesNo } from "./columns.ts";
import { passingTable } from "./lazy-table.ts";
import type { AnswerTable, Value } from "./table.ts";
import { tableFiles } from "./table-files.ts";

const facts = new Map([
  ["uptake.study", "A “study”, 研究"],
  ["uptake.receipt", "ab".repeat(32)],
]);

/** Every type, nulls in each, values at the edges of what a number and a text can be. */
const mixed: AnswerTable = {
  name: "mixed",
  doc: "All types.",
  columns: [
    integer("whole", "months", "Says whole."),
    number("real", "share of teachers", "Says real."),
    number("big", "students", "Says big."),
    text("words", "Says words."),
    yesNo("yes", "Says yes."),
    integer("none", "months", "Says none."),
    text("no_words", "Says no_words."),
  ],
  rows: [
    [0, 0.1 + 0.2, 2 ** 40, 'a "quoted", one', true, null, null],
    [-7, 5e-324, 1, "two\nlines", false, null, null],
    [null, null, null, null, null, null, null],
    [2_147_483_647, 1.7976931348623157e308, 3, "", null, Number.NaN, null],
    [-2_147_483_648, -0, 4, "=1+1; ü 研究 😀", true, null, null],
    [5, Number.POSITIVE_INFINITY, 5, " blank ", true, null, null],
  ],
};

/** More rows than a row group of Parquet begins with, so that there are several. */
const long: AnswerTable = {
  name: "long-one",
  doc: "Many rows.",
  columns: [integer("i", "index", "Index"), number("x", "share", "Share"), text("name", "Name")],
  rows: Array.from({ length: 2500 }, (_, i) => [i, i % 7 === 0 ? null : Math.sin(i), `name ${i % 11}`]),
};
const empty: AnswerTable = {
  name: "empty",
  doc: "No rows.",
  columns: [integer("i", "index", "Index"), text("name", "Name")],
  rows: [],
};
const all = [mixed, long, empty];

describe("read back by DuckDB", () => {
  let folder: string;
  let instance: DuckDBInstance;
  const query = async (sql: string): Promise<readonly unknown[][]> => {
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(sql.replaceAll("FOLDER", folder));
    const rows = reader.getRows() as unknown[][];
    connection.closeSync();
    return rows;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "uptake-tables-"));
    for (const [name, content] of tableFiles(all, facts)) await writeFile(join(folder, name), content);
    instance = await DuckDBInstance.create();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("Parquet has the types", async () => {
    const rows = await query("SELECT column_name, column_type FROM (DESCRIBE FROM 'FOLDER/mixed.parquet')");
    expect(rows).toEqual([
      ["whole", "INTEGER"],
      ["real", "DOUBLE"],
      ["big", "DOUBLE"],
      ["words", "VARCHAR"],
      ["yes", "BOOLEAN"],
      ["none", "INTEGER"],
      ["no_words", "VARCHAR"],
    ]);
  });
  test("Parquet has the values to the bit, and nulls where no finite number is", async () => {
    const finite = (value: Value): Value => (typeof value === "number" && !Number.isFinite(value) ? null : value);
    expect(await query("FROM 'FOLDER/mixed.parquet'")).toEqual(mixed.rows.map((row) => row.map(finite)));
    const [row] = await query(
      "SELECT count(*)::INT, sum(i)::INT, count(x)::INT, list_sum(list(x ORDER BY i)), count(DISTINCT name)::INT FROM 'FOLDER/long-one.parquet'",
    );
    const present = long.rows.map((one) => one[1]).filter((x) => x !== null) as number[];
    expect(row?.slice(0, 3)).toEqual([2500, (2499 * 2500) / 2, present.length]);
    expect(row?.[3]).toBeCloseTo(
      present.reduce((sum, x) => sum + x, 0),
      10,
    );
    expect(row?.[4]).toBe(11);
    expect(await query("FROM 'FOLDER/long-one.parquet' ORDER BY i")).toEqual(long.rows);
    expect(await query("FROM 'FOLDER/empty.parquet'")).toEqual([]);
  });
  test("Parquet says what its columns are and where it comes from", async () => {
    const rows = await query(
      "SELECT decode(key), decode(value) FROM parquet_kv_metadata('FOLDER/mixed.parquet') ORDER BY 1",
    );
    const metadata = Object.fromEntries(rows as [string, string][]);
    expect(metadata).toMatchObject({
      ...Object.fromEntries(facts),
      "uptake.table": "mixed",
      "uptake.doc": "All types.",
    });
    expect(JSON.parse(metadata["uptake.columns"] as string)).toEqual(mixed.columns);
  });
  test("CSV has the same counts, sums and nulls", async () => {
    const counted = (file: string) =>
      query(
        `SELECT count(*)::INT, count(whole)::INT, sum(whole)::DOUBLE, count("real")::INT, max("real"), count(words)::INT, count(yes)::INT, count("none")::INT FROM ${file}`,
      );
    // DuckDB takes an empty field for no text, quoted or not: one text here is empty.
    const [parquet] = await counted("(SELECT * REPLACE (nullif(words, '') AS words) FROM 'FOLDER/mixed.parquet')");
    const [csv] = await counted(
      "read_csv('FOLDER/mixed.csv', header = true, nullstr = '', types = {'words': 'VARCHAR', 'none': 'INTEGER'})",
    );
    expect(csv).toEqual(parquet);
    expect(await query("FROM read_csv('FOLDER/long-one.csv') ORDER BY i")).toEqual(
      long.rows.map(([i, x, name]) => [BigInt(i as number), x, name]),
    );
  });
  test("the dictionary has a row for every column", async () => {
    const rows = await query("FROM read_csv('FOLDER/columns.csv', header = true, all_varchar = true)");
    expect(rows).toHaveLength(12);
    expect(rows[1]).toEqual(["mixed", "All types.", "real", "number", "share of teachers", "Says real."]);
    expect(rows.map((row) => row[3])).toEqual(
      ["whole number", "number", "number", "text", "true or false", "whole number", "text"]
        .concat(["whole number", "number", "text"])
        .concat(["whole number", "text"]),
    );
  });
});

/** One table three times: with shares that are all 0 or 1, with others, and without any row. */
const shares: AnswerTable = {
  name: "shares",
  doc: "One column of each type.",
  columns: [
    text("strategy", "Strategy"),
    number("success", "share of worlds", "Share"),
    integer("box", "–", "Number"),
    yesNo("stands", "Whether it stands"),
  ],
  rows: [
    ["a", 0, 1, true],
    ["b", 1, null, null],
  ],
};
const filled: readonly (readonly [string, AnswerTable])[] = [
  ["whole", shares],
  [
    "parts",
    {
      ...shares,
      rows: [
        ["a", 0.45, 2, false],
        ["b", 0.6, 3, true],
      ],
    },
  ],
  ["nothing", { ...shares, rows: [["c", null, null, null]] }],
  ["empty", { ...shares, rows: [] }],
];

describe("a table has one schema whatever is in it", () => {
  const parquet = (table: AnswerTable) => tableFiles([table], facts).get("shares.parquet") as Uint8Array;
  test("so that files of several runs are read together, in whatever order", async () => {
    const folder = mkdtempSync(join(tmpdir(), "uptake-tables-"));
    for (const [name, table] of filled) writeFileSync(join(folder, `${name}.parquet`), parquet(table));
    const connection = await (await DuckDBInstance.create()).connect();
    for (const names of [filled.map(([name]) => name), filled.map(([name]) => name).reverse()]) {
      const files = names.map((name) => `'${join(folder, name)}.parquet'`).join(", ");
      const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
      expect(await read(`SELECT strategy, success, box, stands FROM read_parquet([${files}]) ORDER BY 1, 2`)).toEqual([
        ["a", 0, 1, true],
        ["a", 0.45, 2, false],
        ["b", 0.6, 3, true],
        ["b", 1, null, null],
        ["c", null, null, null],
      ]);
    }
    connection.closeSync();
    rmSync(folder, { recursive: true });
  });
  test.for(filled)("in columns.csv too: %s", ([, table]) => {
    const lines = (tableFiles([table], facts).get("columns.csv") as string).split("\n").slice(1, -1);
    expect(lines.map((line) => line.split(",").slice(2, 4))).toEqual([
      ["strategy", "text"],
      ["success", "number"],
      ["box", "whole number"],
      ["stands", "true or false"],
    ]);
  });
  test.for(filled)("and Rust's reader, which checks more than others, reads it: %s", ([, table]) => {
    const read = readParquet(parquet(table));
    expect(read.recordBatches().reduce((sum, batch) => sum + batch.numRows, 0)).toBe(table.rows.length);
    expect(read.schema.indexOf("stands")).toBe(3);
  });
});

test("the same input gives the same bytes", () => {
  const again = tableFiles(structuredClone(all), new Map(facts));
  expect([...tableFiles(all, facts)]).toEqual([...again]);
  expect([...again.keys()]).toEqual(
    ["mixed", "long-one", "empty"].flatMap((name) => [`${name}.csv`, `${name}.parquet`]).concat("columns.csv"),
  );
});

test("CSV is RFC 4180, with numbers in full and nothing for no value", () => {
  expect(tableFiles([mixed], facts).get("mixed.csv")).toBe(
    `whole,real,big,words,yes,none,no_words
0,0.30000000000000004,1099511627776,"a ""quoted"", one",true,,
-7,5e-324,1,"two\nlines",false,,
,,,,,,
2147483647,1.7976931348623157e+308,3,,,,
-2147483648,0,4,'=1+1; ü 研究 😀,true,,
5,,5," blank ",true,,
`,
  );
});

test.for<[AnswerTable[], string]>([
  [[{ ...mixed, name: "../mixed" }], "table “../mixed”: its name is not in kebab-case"],
  [[{ ...mixed, columns: [] }], "table “mixed”: has no columns"],
  [[{ ...long, columns: [text("a", "A"), text("a", "A"), text("b", "B")] }], "table “long-one”: has two columns a"],
  [
    [
      {
        ...long,
        rows: [
          [1, 2, "3"],
          [1, 2],
        ],
      },
    ],
    "table “long-one”: row 2 has 2 values for 3 columns",
  ],
  [
    [
      {
        ...long,
        rows: [
          [1, 2, "3"],
          [1, 2, 3],
        ],
      },
    ],
    "table “long-one”: row 2 has 3 in column name of type text",
  ],
  [[long, long], "two tables are called long-one"],
  [[{ ...long, name: "columns" }], "a table may not be called columns: that is the dictionary of all"],
])("a table at fault is refused: %#", ([tables, message]) => {
  expect(() => tableFiles(tables, facts)).toThrow(message);
});

test.for([
  ['=HYPERLINK("http://a")', `"'=HYPERLINK(""http://a"")"`],
  ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ["-2+3", "'-2+3"],
  ["@SUM(1)", "'@SUM(1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", `"'\r=1"`],
  ["-0.5", "-0.5"],
  ["+1e-3", "+1e-3"],
  ["–", "–"],
  ["Hill = Dale", "Hill = Dale"],
])("a spreadsheet takes %j for text", ([given, written]) => {
  const table: AnswerTable = {
    name: "t",
    doc: "T",
    columns: [text("a", "A"), number("b", "–", "B")],
    rows: [[given as string, -1]],
  };
  const files = tableFiles([table], facts);
  expect(files.get("t.csv")).toBe(`a,b\n${written},-1\n`);
  expect(Buffer.from(files.get("t.parquet") as Uint8Array).includes(given as string)).toBe(true);
});

test("a table whose rows pass is the same bytes in parts, and never whole", () => {
  const many = Array.from({ length: 12_345 }, (_, i): Value[] => [i, `ü ${i}`, i % 7 === 0 ? null : i / 3]);
  for (const rows of [many, many.slice(0, 3), []]) {
    const columns = [integer("i", "index", "Index"), text("name", "Name"), number("x", "–", "X")];
    const whole: AnswerTable = { name: "t", doc: "T", columns, rows };
    const each = (): Iterable<Value[]> => rows;
    const passing = passingTable({ name: "t", doc: "T", columns }, { count: rows.length, each });
    const written = tableFiles([whole], facts);
    for (const [name, content] of tableFiles([passing], facts)) {
      const parts = typeof content === "string" ? [Buffer.from(content)] : [...(content as PassingFile)];
      expect(Buffer.compare(Buffer.concat(parts), Buffer.from(written.get(name) as string | Uint8Array))).toBe(0);
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(130_000);
      if (rows === many && name !== "columns.csv") expect(parts.length).toBeGreaterThan(3);
    }
  }
});
