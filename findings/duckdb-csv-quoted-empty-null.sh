#!/usr/bin/env bash
# DuckDB 1.5.6 reads a quoted empty field of a CSV file as NULL, though it writes NULL and empty text apart.
#
# COPY … TO writes NULL as nothing between the commas and an empty text as "", so that the two can be told apart, as in
# PostgreSQL. Its own reader takes both for NULL unless told allow_quoted_nulls = false: what it writes it reads back as
# something else. A column of notes or labels in which some are empty loses rows in count(note), in joins and in filters.
#
# Seen: “in the file: n,note|1,""|2,”, “NULL when read: 1 2”, “NULL with allow_quoted_nulls = false: 2”.
# Fails when one of them changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const db = await (await DuckDBInstance.create(":memory:")).connect();
await db.run("copy (from (values (1, ''), (2, NULL)) of(n, note) order by n) to 'notes.csv' (header)");
console.log(`in the file: ${readFileSync("notes.csv", "utf8").trim().split("\n").join("|")}`);
const without = async (from) =>
  (await db.runAndReadAll(`select n from ${from} where note is null order by n`)).getRows().flat().join(" ");
console.log(`NULL when read: ${await without("read_csv('notes.csv')")}`);
console.log(`NULL with allow_quoted_nulls = false: ${await without("read_csv('notes.csv', allow_quoted_nulls = false)")}`);
JS
node try.mjs | tee seen
grep -qx 'in the file: n,note|1,""|2,' seen
grep -qx 'NULL when read: 1 2' seen
grep -qx 'NULL with allow_quoted_nulls = false: 2' seen
