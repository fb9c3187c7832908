#!/usr/bin/env bash
# DuckDB 1.5.6: the median of the decimals 0.4 and 0.5 is 0.4, and that of 1 and 2 may be 1.
#
# median() of an even count is the mean of the two in the middle, and of integers and doubles a double. Of decimals it is a
# decimal of the same digits, and what does not fit is cut off, not rounded; avg() of the same column is a double.
# quantile_cont() does so too. Shares and amounts are decimals as literals, and in Parquet files that databases write: the
# medians of groups come out low, by up to half of the last digit, and quantiles by up to a whole one. A cast to double
# settles it.
#
# Seen: “0.4 and 0.5: median 0.4, as double 0.45, avg 0.45”, “1 and 2: as integers 1.5, as decimals 1” and
# “1.00, 1.05, 1.07 at .9: 1.06, as double 1.066”. Fails when one of them changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat >try.mjs <<'JS'
import { DuckDBInstance } from "@duckdb/node-api";

const db = await (await DuckDBInstance.create(":memory:")).connect();
const row = async (of, ...values) =>
  (await db.runAndReadAll(`select ${of} from (values ${values.map((x) => `(${x})`)}) of(x)`)).getRows()[0].map(String);
const [median, cast, mean] = await row("median(x), median(x::double), avg(x)", "0.4", "0.5");
console.log(`0.4 and 0.5: median ${median}, as double ${cast}, avg ${mean}`);
const [integers, decimals] = await row("median(x), median(x::decimal(9, 0))", "1", "2");
console.log(`1 and 2: as integers ${integers}, as decimals ${decimals}`);
const [upper, exact] = await row("quantile_cont(x, .9), quantile_cont(x::double, .9)", "1.00", "1.05", "1.07");
console.log(`1.00, 1.05, 1.07 at .9: ${upper}, as double ${exact}`);
JS
node try.mjs | tee seen
grep -qx '0.4 and 0.5: median 0.4, as double 0.45, avg 0.45' seen
grep -qx '1 and 2: as integers 1.5, as decimals 1' seen
grep -qx '1.00, 1.05, 1.07 at .9: 1.06, as double 1.066' seen
