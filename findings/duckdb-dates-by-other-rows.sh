#!/usr/bin/env bash
# DuckDB 1.5.6 reads 03/04/2024 in a CSV file as 3 April, and as 4 March where another row of the file has a day above 12.
#
# The reader finds the format of dates by the rows that it looks at first. Where day first and month first both fit, it takes
# day first, without a warning; one row that fits month first alone turns all others. So a file of a state of the US is read
# otherwise in its first twelve days of a month than later, and files by month that are read one by one do not go together.
# dateformat = '%m/%d/%Y' settles it.
#
# Seen: “1 to 12: 2024-04-03 2024-06-05”, “with the 13th: 2024-03-04 2024-05-06 2024-05-13” and
# “told the format: 2024-03-04 2024-05-06”. Fails when one of them changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
printf 'visited\n03/04/2024\n05/06/2024\n' >early.csv
printf 'visited\n03/04/2024\n05/06/2024\n05/13/2024\n' >later.csv
cat >try.mjs <<'JS'
import { DuckDBInstance } from "@duckdb/node-api";

const db = await (await DuckDBInstance.create(":memory:")).connect();
const days = async (from) => (await db.runAndReadAll(`select visited::text from ${from}`)).getRows().flat().join(" ");
console.log(`1 to 12: ${await days("read_csv('early.csv')")}`);
console.log(`with the 13th: ${await days("read_csv('later.csv')")}`);
console.log(`told the format: ${await days("read_csv('early.csv', dateformat = '%m/%d/%Y')")}`);
JS
node try.mjs | tee seen
grep -qx '1 to 12: 2024-04-03 2024-06-05' seen
grep -qx 'with the 13th: 2024-03-04 2024-05-06 2024-05-13' seen
grep -qx 'told the format: 2024-03-04 2024-05-06' seen
