#!/usr/bin/env bash
# DuckDB 1.5.6 writes a sum of whole numbers to Parquet as floating point, and loses the last digits of a large one.
#
# In DuckDB the sum of integers, of any width, is a HUGEINT and exact. Parquet has no integer of 128 bits, and COPY turns
# the column into DOUBLE without a word, although the sum may fit 64 bits with ease; count stays BIGINT. So a table of sums
# reads back with another type than it was queried with, and above 2^53 as another number. sum(x)::BIGINT keeps both.
#
# Seen: “queried HUGEINT 9007199254740993, read DOUBLE 9007199254740992, as BIGINT 9007199254740993”.
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat >try.mjs <<'JS'
import { DuckDBInstance } from "@duckdb/node-api";

const db = await (await DuckDBInstance.create(":memory:")).connect();
const one = async (query) => (await db.runAndReadAll(query)).getRows()[0].join(" ");
await db.run("create table counts as from (values (9007199254740992::bigint), (1)) of(n)");
await db.run("copy (select sum(n) as s from counts) to 'sum.parquet'");
await db.run("copy (select sum(n)::bigint as s from counts) to 'cast.parquet'");
const queried = await one("select typeof(sum(n)), sum(n) from counts");
const read = await one("select typeof(s), printf('%.0f', s) from 'sum.parquet'");
const cast = await one("select typeof(s), s from 'cast.parquet'");
console.log(`queried ${queried}, read ${read}, as ${cast}`);
JS
node try.mjs | tee seen
grep -qx 'queried HUGEINT 9007199254740993, read DOUBLE 9007199254740992, as BIGINT 9007199254740993' seen
