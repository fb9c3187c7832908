#!/usr/bin/env bash
# DuckDB 1.5.6 leaves out rows of NaN when it filters a Parquet file that another program wrote.
#
# For DuckDB NaN equals itself and is greater than every number, and so it answers for its tables. The Parquet format has
# writers leave NaN out of a column's smallest and largest value, as hyparquet-writer 0.17.0 does, and DuckDB skips a group
# of rows by these two: a filter that only NaN meets finds nothing, while isnan() finds the row, and so does a filter that
# some other number meets too. A file that DuckDB wrote itself answers as the table does, so that a test by its own files
# shows nothing. The parameter can_have_nan of read_parquet, which is false unless set, makes it look.
#
# Seen: “file: x = NaN 0, x >= 6 0, x > 4 2, isnan(x) 1”, and for the table, for DuckDB's own file and for the file told
# that it can have NaN: “x = NaN 1, x >= 6 1, x > 4 2, isnan(x) 1”. Fails when one of them changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyparquet-writer@0.17.0 @duckdb/node-api@1.5.6-r.1
cat >try.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetWriteBuffer } from "hyparquet-writer";

const columnData = [{ name: "x", data: [1, NaN, 5], type: "DOUBLE" }];
writeFileSync("x.parquet", new Uint8Array(parquetWriteBuffer({ columnData })));
const db = await (await DuckDBInstance.create(":memory:")).connect();
await db.run("create table x as from 'x.parquet'");
await db.run("copy x to 'own.parquet'");
const told = "read_parquet('x.parquet', can_have_nan = true)";
for (const [name, from] of [["file", "'x.parquet'"], ["table", "x"], ["own file", "'own.parquet'"], ["file, told", told]]) {
  const counts = [];
  for (const [said, where] of [["x = NaN", "x = 'NaN'::double"], ["x >= 6", "x >= 6"], ["x > 4", "x > 4"], ["isnan(x)", "isnan(x)"]]) {
    const [[count]] = (await db.runAndReadAll(`select count(*) from ${from} where ${where}`)).getRows();
    counts.push(`${said} ${count}`);
  }
  console.log(`${name}: ${counts.join(", ")}`);
}
JS
node try.mjs | tee seen
grep -qx 'file: x = NaN 0, x >= 6 0, x > 4 2, isnan(x) 1' seen
for name in table 'own file' 'file, told'; do grep -qx "$name: x = NaN 1, x >= 6 1, x > 4 2, isnan(x) 1" seen; done
