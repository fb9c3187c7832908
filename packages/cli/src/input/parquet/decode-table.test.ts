import { readFileSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { type DecodedTable, decodeTable } from "./decode-table.ts";

type Columns = Parameters<typeof parquetWriteBuffer>[0];
const written = (options: Columns): Uint8Array => new Uint8Array(parquetWriteBuffer(options));
const file = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../test-support/parquet/${name}.parquet`, import.meta.url));

async function tableOf(bytes: Uint8Array): Promise<DecodedTable> {
  const decoded = await decodeTable(bytes);
  if ("faults" in decoded) throw new Error(JSON.stringify(decoded.faults));
  return decoded;
}

async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  const decoded = await decodeTable(bytes);
  if (!("faults" in decoded)) throw new Error("was read");
  return decoded.faults.map(({ code, path, row, message }) => [code, path, row ?? "", message].join("|"));
}

const schools = [
  "school,level,enrolment,low_income_share,teachers",
  '"Cedar, North",elementary,412,0.65,22',
  '"Alder ""A""",middle,610,0.5,34.5',
  '"Summit\né",high,1180,0.41,62',
  "Fern,high,300,,",
  "",
].join("\n");

test.for(["pandas", "polars"])("a table that %s wrote is that of the CSV", async (name) => {
  // The column of pandas' index is left out.
  expect(await tableOf(file(name))).toEqual({ text: schools, breaks: [3] });
});

test("every type that pyarrow writes for a number, a text or a day is written as one", async () => {
  const { text } = await tableOf(file("pyarrow"));
  const [header, ...rows] = text.trimEnd().split("\n");
  const cells = rows.map((row) => row.split(","));
  const columns = Object.fromEntries(
    (header as string).split(",").map((name, c) => [name, cells.map((row) => row[c])]),
  );
  expect(columns).toEqual({
    int8: ["-1", "7", ""],
    uint32: ["4294967295", "7", ""],
    uint64: ["18446744073709551615", "7", ""],
    int64: ["-9223372036854775808", "9007199254740993", ""],
    float: ["0.1", "3.4e+38", ""],
    double: ["0.1", "", ""],
    boolean: ["true", "false", ""],
    date: ["2024-02-29", "1969-12-31", ""],
    local: ["2024-02-29T12:30:00", "2024-02-29T12:30:00.250", ""],
    utc: ["2024-02-29T12:30:00Z", "2024-02-29T12:30:00Z", ""],
    decimal: ["0.57", "-12.5", ""],
    whole: ["5", "-120", ""],
    text: ["", "ü", ""],
    none: ["", "", ""],
  });
});

test("columns that no table has a place for are each named", async () => {
  const lists = "holds lists or groups, which a table has no place for; leave it out, or give each part a column";
  const time = "is of the type TIME, which is not read; write it as a number or a text, or leave it out";
  expect(await faultsOf(file("nested"))).toEqual([
    `unsupported-parquet|list||${lists}`,
    `unsupported-parquet|group||${lists}`,
    `unsupported-parquet|time||${time}`,
  ]);
});

test("a text that a reader of CSV would take for something else is quoted", async () => {
  const data = ['="0012"', " a ", "b;c", "\ufeffd", 'e"f', "g\r\nh", "i\tj"];
  const { text, breaks } = await tableOf(written({ columnData: [{ name: "x", data, type: "STRING" }] }));
  const quoted = ['"=""0012"""', '" a "', '"b;c"', '"\ufeffd"', '"e""f"', '"g\r\nh"', '"i\tj"'];
  expect(text).toBe(["x", ...quoted, ""].join("\n"));
  expect(breaks).toEqual([6]);
});

test("a table without rows, and rows over several groups, keep their order", async () => {
  expect(await tableOf(written({ columnData: [{ name: "x", data: [], type: "INT32" }] }))).toMatchObject({
    text: "x\n",
  });
  const data = Array.from({ length: 2500 }, (_, i) => i);
  const { text } = await tableOf(written({ columnData: [{ name: "x", data, type: "INT32" }], rowGroupSize: 1000 }));
  expect(text).toBe(`x\n${data.join("\n")}\n`);
});

test("a cell that is no text, or too long, is a fault with its column and row", async () => {
  const binary = written({
    columnData: [
      { name: "school", data: ["a", "b"], type: "STRING" },
      { name: "level", data: [new Uint8Array([97]), new Uint8Array([0xff])], type: "BYTE_ARRAY" },
    ],
  });
  expect(await faultsOf(binary)).toEqual(["not-utf-8|level|2|the cell is not UTF-8 text; write it as text"]);
  const long = written({ columnData: [{ name: "school", data: ["a".repeat(100_001)], type: "STRING" }] });
  expect(await faultsOf(long)).toEqual([
    "long-field|school|1|the cell has 100001 characters; the limit is 100000 (100 kB)",
  ]);
});

test("a long text that many rows share does not make a table beyond the limit", async () => {
  const text = "a".repeat(90_000);
  const bytes = written({
    columnData: [{ name: "school", data: Array.from({ length: 1000 }, () => text), type: "STRING" }],
  });
  expect(bytes.length).toBeLessThan(20_000);
  expect(await faultsOf(bytes)).toEqual([
    "too-large|||as CSV it would have more than 33554432 characters, the limit (32 MB)",
  ]);
});

test("a column that stands twice, and a compression that is not read, are told", async () => {
  const twice = ["x", "x"].map((name) => ({ name, data: [1], type: "INT32" as const }));
  expect(await faultsOf(written({ columnData: twice }))).toEqual(["repeated-column|x||the column stands twice"]);
  const brotli = written({
    columnData: [{ name: "x", data: [1], type: "INT32" }],
    codec: "BROTLI",
    compressors: { BROTLI: (bytes) => bytes },
  });
  expect(await faultsOf(brotli)).toEqual([
    "unsupported-parquet|||is compressed with BROTLI; write it with snappy, gzip or zstd, or uncompressed",
  ]);
});

test("a file that is cut off, or is shorter than it says, is refused", async () => {
  const bytes = file("polars");
  for (let length = 0; length < bytes.length; length += 7) {
    const [fault] = await faultsOf(bytes.subarray(0, length));
    expect(fault).toMatch(/^not-parquet\|\|\|cannot be read as Parquet: .*cut off$/);
  }
  const claimed = new Uint8Array(bytes);
  new DataView(claimed.buffer).setUint32(claimed.length - 8, 0xffff_fff0, true);
  expect(await faultsOf(claimed)).toEqual([
    "not-parquet|||cannot be read as Parquet: it is shorter than it says; it may be cut off",
  ]);
});
