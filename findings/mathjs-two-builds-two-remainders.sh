#!/usr/bin/env bash
# mathjs 15.2.0: mod differs between the whole library and its entry for plain numbers, and may be below zero.
#
# "mathjs/number" is the small entry of the same package, for formulas of plain numbers. mod(5.1, 0.1) is 0.0999… there, as
# the remainder of the two doubles is. The whole library counts quotients within a tolerance as whole ones: it gives
# -8.9e-16, below the zero from which a remainder starts, so that a place found by it can be negative. A program that
# changes the entry to load less changes its results.
#
# Seen: “mathjs: -8.881784197001252e-16” and “mathjs/number: 0.09999999999999964”. Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund mathjs@15.2.0
cat >try.mjs <<'JS'
for (const entry of ["mathjs", "mathjs/number"]) {
  const { evaluate } = await import(entry);
  console.log(`${entry}: ${evaluate("mod(5.1, 0.1)")}`);
}
JS
node try.mjs | tee seen
grep -qx 'mathjs: -8.881784197001252e-16' seen
grep -qx 'mathjs/number: 0.09999999999999964' seen
