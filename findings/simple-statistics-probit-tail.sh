#!/usr/bin/env bash
# simple-statistics 7.12.1: probit falls where it should rise, and stays finite at 0.
#
# probit is the inverse of the normal distribution's cumulative function, so it must rise with the probability, without
# bound. A probability of 0 is replaced by 0.0001 first, and smaller positive ones are not: probit(0) is -3.71, more than
# probit(0.00001), which is -4.25. An error in the caller that should show as infinite looks like an ordinary score.
#
# Seen: “probit(0) = -3.706, probit(0.00001) = -4.251, probit(0.0001) = -3.706”. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund simple-statistics@7.12.1
cat >try.mjs <<'JS'
import { probit } from "simple-statistics";

console.log(["0", "0.00001", "0.0001"].map((p) => `probit(${p}) = ${probit(Number(p)).toFixed(3)}`).join(", "));
JS
node try.mjs | tee seen
grep -qx 'probit(0) = -3.706, probit(0.00001) = -4.251, probit(0.0001) = -3.706' seen
