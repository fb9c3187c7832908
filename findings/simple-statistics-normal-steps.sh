#!/usr/bin/env bash
# simple-statistics 7.12.1: the normal distribution's cumulative function is a staircase.
#
# cumulativeStdNormalProbability takes any number but answers from a table of scores rounded to hundredths, without going
# between its entries: it is flat between 1.225 and 1.235 and jumps at the ends. At 1.2349 it is off by 0.0009, though its
# value is given to four decimals. Searching it for a score, or taking differences of it, meets the steps.
#
# Seen: “1.226: 0.8907, 1.2349: 0.8907, 1.2351: 0.8925”; the right values are 0.8899, 0.8916 and 0.8916.
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund simple-statistics@7.12.1
cat >try.mjs <<'JS'
import { cumulativeStdNormalProbability } from "simple-statistics";

console.log([1.226, 1.2349, 1.2351].map((z) => `${z}: ${cumulativeStdNormalProbability(z)}`).join(", "));
JS
node try.mjs | tee seen
grep -qx '1.226: 0.8907, 1.2349: 0.8907, 1.2351: 0.8925' seen
