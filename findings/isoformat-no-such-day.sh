#!/usr/bin/env bash
# isoformat 0.2.1: parse has a value for what is no date, and three answers to days that do not exist.
#
# parse(text, fallback) gives the fallback for text that does not look like a date. The thirteenth month looks like one:
# the caller gets an invalid Date and not the fallback. The 30th of February looks like one too, and becomes the 2nd of
# March. Checking against the fallback catches neither.
#
# Seen: “February 30: 2021-03-02”, “month 13: invalid Date” and “no date: fallback”. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund isoformat@0.2.1
cat >try.mjs <<'JS'
import { parse } from "isoformat";

const said = (text) => {
  const date = parse(text, "fallback");
  if (date === "fallback") return date;
  return Number.isNaN(date.getTime()) ? "invalid Date" : date.toISOString().slice(0, 10);
};
console.log(`February 30: ${said("2021-02-30")}`);
console.log(`month 13: ${said("2021-13-01")}`);
console.log(`no date: ${said("next autumn")}`);
JS
node try.mjs | tee seen
grep -qx 'February 30: 2021-03-02' seen
grep -qx 'month 13: invalid Date' seen
grep -qx 'no date: fallback' seen
