#!/usr/bin/env bash
# hyparquet 1.31.5 reads decimals of Parquet as doubles that are not the nearest.
#
# A column of the type DECIMAL holds whole numbers and how many digits stand after the point: 57 and 2 are 0.57. hyparquet
# multiplies by 10 to the power of -2, a double that is not exactly a hundredth, so that some decimals come out a last bit
# away from the double that the same digits are read as: 0.57 as 0.5700000000000001. DuckDB, which wrote the file, casts
# them to the nearest.
#
# Seen: “hyparquet: 0.29 0.5700000000000001 0.58” and “DuckDB: 0.29 0.57 0.58”; of the decimals 0.00 to 9.99, 129 differ from
# the nearest with hyparquet, none with DuckDB.
# Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyparquet@1.31.5 @duckdb/node-api@1.5.6-r.1
cat >try.mjs <<'JS'
import { DuckDBInstance } from "@duckdb/node-api";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";

const duckdb = await (await DuckDBInstance.create()).connect();
await duckdb.run(
  "COPY (SELECT (i / 100)::DECIMAL(9, 2) AS share FROM range(1000) AS rows(i)) TO 'shares.parquet' (COMPRESSION uncompressed)",
);
const some = [29, 57, 58];
const file = await asyncBufferFromFile("shares.parquet");
const shares = (await parquetReadObjects({ file })).map(({ share }) => share);
console.log(`hyparquet: ${some.map((i) => shares[i]).join(" ")}`);
const cast = await duckdb.runAndReadAll("SELECT share::DOUBLE FROM 'shares.parquet'");
const doubles = cast.getRows().map(([share]) => share);
console.log(`DuckDB: ${some.map((i) => doubles[i]).join(" ")}`);
const differ = (all) => all.filter((share, i) => share !== Number((i / 100).toFixed(2))).length;
console.log(`not the nearest: hyparquet ${differ(shares)}, DuckDB ${differ(doubles)}, of ${shares.length}`);
JS
node try.mjs | tee seen
grep -qx 'hyparquet: 0.29 0.5700000000000001 0.58' seen
grep -qx 'DuckDB: 0.29 0.57 0.58' seen
grep -qx 'not the nearest: hyparquet 129, DuckDB 0, of 1000' seen
