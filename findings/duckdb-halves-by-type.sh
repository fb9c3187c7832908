#!/usr/bin/env bash
# DuckDB 1.5.6 rounds halves by the type of the number: 2.5 becomes 3 teachers as a decimal or a text, and 2 as a double.
#
# A cast to INTEGER rounds. Decimals and texts go away from zero, doubles to the even neighbour, round() of a double away
# from zero again; PostgreSQL does so too, and it is meant. A literal is a decimal and a column of a CSV file a double, so
# that a query tried on literals does otherwise on the file, and half posts, of which staff lists are full, add up to other
# totals. With floor(x + 0.5) all types follow one rule.
#
# Seen: “decimal 1 2 3 4, text 1 2 3 4, double 0 2 2 4, round 1 2 3 4” of .5, 1.5, 2.5 and 3.5, and “from the file: 8”.
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat >try.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const db = await (await DuckDBInstance.create(":memory:")).connect();
const row = async (query) => (await db.runAndReadAll(query)).getRows().flat().join(" ");
const posts = ["0.5", "1.5", "2.5", "3.5"];
const each = (of) => row(`select ${posts.map(of).join(", ")}`);
const ways = {
  decimal: await each((n) => `${n}::integer`),
  text: await each((n) => `'${n}'::integer`),
  double: await each((n) => `${n}::double::integer`),
  round: await each((n) => `round(${n}::double)::integer`),
};
console.log(Object.entries(ways).map(([name, found]) => `${name} ${found}`).join(", "));
writeFileSync("staff.csv", `teachers\n${posts.join("\n")}\n`);
console.log(`from the file: ${await row("select sum(teachers::integer) from 'staff.csv'")}`);
JS
node try.mjs | tee seen
grep -qx 'decimal 1 2 3 4, text 1 2 3 4, double 0 2 2 4, round 1 2 3 4' seen
grep -qx 'from the file: 8' seen
