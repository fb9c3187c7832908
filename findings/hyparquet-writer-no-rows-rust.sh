#!/usr/bin/env bash
# hyparquet-writer 0.17.0 writes tables without rows that the Parquet reader of Rust refuses.
#
# A table of declared columns and no rows is a valid Parquet file: its list of row groups is empty. The writer takes the
# element type of a list from the first element and writes 0 where there is none, instead of “struct”. parquet-wasm 0.8.0
# (the Rust crates arrow and parquet) checks the type of an empty list too and raises an error. With one row it reads the
# same columns.
#
# Seen: “one row: 1 row” and “no rows: … Expected list element type of Struct but got Byte”.
# Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyparquet-writer@0.17.0 parquet-wasm@0.8.0
cat >try.mjs <<'JS'
import { parquetWriteBuffer } from "hyparquet-writer";
import { readParquet } from "parquet-wasm/node";

const read = (data) => {
  const columnData = [{ name: "share", data, type: "DOUBLE", nullable: true }];
  const file = new Uint8Array(parquetWriteBuffer({ columnData }));
  try {
    const rows = readParquet(file).recordBatches().reduce((sum, batch) => sum + batch.numRows, 0);
    return `${rows} row${rows === 1 ? "" : "s"}`;
  } catch (error) {
    return String(error);
  }
};
console.log(`one row: ${read([0.5])}`);
console.log(`no rows: ${read([])}`);
JS
node try.mjs | tee seen
grep -qx 'one row: 1 row' seen
grep -q '^no rows: .*Expected list element type of Struct but got Byte' seen
