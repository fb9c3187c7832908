#!/usr/bin/env bash
# DuckDB 1.5.6: sem() is not stddev() over the root of the count, but smaller, and 0 for a single value.
#
# The standard error of a mean is the standard deviation of the sample, which divides by one less than the count, over the
# root of the count. DuckDB's stddev() is that of the sample; its sem() takes the one of a whole population and says nothing
# of it. Intervals from it are too narrow, by 18% with three schools and by 5% with ten, and a group of one school, about
# whose spread nothing is known, looks as if it were known exactly. stddev(x) / sqrt(count(x)) is right.
#
# Seen: “3, 5, 7: sem 0.9428, stddev over root of count 1.1547, stddev_pop over root of count 0.9428” and
# “3: sem 0, stddev NULL”. Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat >try.mjs <<'JS'
import { DuckDBInstance } from "@duckdb/node-api";

const db = await (await DuckDBInstance.create(":memory:")).connect();
const row = async (query) => (await db.runAndReadAll(query)).getRows()[0];
const error = (deviation) => `${deviation}(x) / sqrt(count(x))`;
const three = await row(
  `select sem(x), ${error("stddev")}, ${error("stddev_pop")} from (values (3), (5), (7)) of(x)`,
);
const [sem, sample, population] = three.map((x) => x.toFixed(4));
console.log(`3, 5, 7: sem ${sem}, stddev over root of count ${sample}, stddev_pop over root of count ${population}`);
const [one, spread] = await row("select sem(x), stddev(x) from (values (3)) of(x)");
console.log(`3: sem ${one}, stddev ${spread === null ? "NULL" : spread}`);
JS
node try.mjs | tee seen
grep -qx '3, 5, 7: sem 0.9428, stddev over root of count 1.1547, stddev_pop over root of count 0.9428' seen
grep -qx '3: sem 0, stddev NULL' seen
