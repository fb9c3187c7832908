#!/usr/bin/env bash
# parquet-wasm 0.8.0 (the Parquet reader of Rust) reads an interval of fourteen months as no time at all.
#
# An interval of Parquet holds three numbers: months, days and milliseconds. Arrow has a kind of interval for that, too, but
# unless the file says which kind it was made from, the Rust crate takes the one of days and milliseconds and drops the
# months without a word. DuckDB writes plain Parquet and keeps a year and two months as fourteen months: terms that it
# wrote arrive as zero, and a month and three days as three days. A column of whole months arrives as it was.
#
# Seen: “written: 14 months 0 days, 1 months 3 days, 0 months 5 days” and
# “read: Interval<DAY_TIME>, 0 days, 3 days, 5 days”. Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1 parquet-wasm@0.8.0 apache-arrow@21.2.0
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC } from "apache-arrow";
import { readParquet } from "parquet-wasm/node";

const db = await (await DuckDBInstance.create(":memory:")).connect();
const terms = ["1 year 2 months", "1 month 3 days", "5 days"].map((term) => `(interval '${term}')`);
await db.run(`copy (from (values ${terms}) of(term)) to 'terms.parquet'`);
const back = (await db.runAndReadAll("from 'terms.parquet'")).getRows().flat();
console.log(`written: ${back.map(({ months, days }) => `${months} months ${days} days`).join(", ")}`);
const file = readParquet(new Uint8Array(readFileSync("terms.parquet")));
const column = tableFromIPC(file.intoIPCStream()).getChild("term");
console.log(`read: ${column.type}, ${[...column].map(([days]) => `${days} days`).join(", ")}`);
JS
node try.mjs | tee seen
grep -qx 'written: 14 months 0 days, 1 months 3 days, 0 months 5 days' seen
grep -qx 'read: Interval<DAY_TIME>, 0 days, 3 days, 5 days' seen
