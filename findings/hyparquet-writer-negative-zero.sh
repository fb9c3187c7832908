#!/usr/bin/env bash
# hyparquet-writer 0.17.0 changes the sign of zeros in columns that it writes by a dictionary.
#
# A column of few different numbers is written as a list of them and places in it. The list is made by a Map, for which 0
# and -0 are one key: whichever comes first stands for both. A column of many different numbers is written plainly and
# keeps its zeros, so the same cell comes back with another sign in another table. Whoever compares bits, or divides by
# what was read, notices.
#
# Seen: “few: 0 0 0”, “few, the other first: -0 -0 -0” and “many: 0 -0”. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyparquet-writer@0.17.0 hyparquet@1.31.5
cat >try.mjs <<'JS'
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";

const back = async (data) => {
  const file = parquetWriteBuffer({ columnData: [{ name: "x", data, type: "DOUBLE" }] });
  return (await parquetReadObjects({ file })).map(({ x }) => x);
};
const zeros = (numbers) =>
  numbers.filter((x) => x === 0).map((x) => (Object.is(x, -0) ? "-0" : "0")).join(" ");
console.log(`few: ${zeros(await back([0, -0, 0]))}`);
console.log(`few, the other first: ${zeros(await back([-0, 0, -0]))}`);
console.log(`many: ${zeros(await back([1, 0, -0, 2, 5]))}`);
JS
node try.mjs | tee seen
grep -qx 'few: 0 0 0' seen
grep -qx 'few, the other first: -0 -0 -0' seen
grep -qx 'many: 0 -0' seen
