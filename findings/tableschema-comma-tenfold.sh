#!/usr/bin/env bash
# tableschema 1.12.6 (data packages of Frictionless): 1,5 is read as 15 where points group digits, and -5% as 5.
#
# A Table Schema may say that a number has a comma before its decimals and points between its thousands, and that signs such
# as % stand around it. The reader makes a point of the comma first and then takes all points away; and it strips what is no
# digit from both ends, the minus too. Costs come out ten or a hundred times too large and losses as gains, all within what
# the schema declares and without an error. With the comma alone, no groups declared, numbers are right.
#
# Seen: “decimal comma: 1.5”, “and grouping point: 1,5 is 15, 1.234,56 is 123456” and “with %: 5% is 5, -5% is 5”.
# Fails when one of them changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund tableschema@1.12.6
cat >try.mjs <<'JS'
import tableschema from "tableschema";

const read = (text, declared) => new tableschema.Field({ name: "x", type: "number", ...declared }).castValue(text);
const each = (texts, declared) => texts.map((text) => `${text} is ${read(text, declared)}`).join(", ");
console.log(`decimal comma: ${read("1,5", { decimalChar: "," })}`);
console.log(`and grouping point: ${each(["1,5", "1.234,56"], { decimalChar: ",", groupChar: "." })}`);
console.log(`with %: ${each(["5%", "-5%"], { bareNumber: false })}`);
JS
node try.mjs | tee seen
grep -qx 'decimal comma: 1.5' seen
grep -qx 'and grouping point: 1,5 is 15, 1.234,56 is 123456' seen
grep -qx 'with %: 5% is 5, -5% is 5' seen
