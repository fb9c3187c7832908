#!/usr/bin/env bash
# simple-statistics 7.12.1: a binomial distribution ends where its sum passes .9999, so likely counts have no entry.
#
# binomialDistribution(n, p) returns an array of which entry k is the chance of k successes. It stops as soon as the sum
# exceeds .9999 and does not fill up to n + 1 entries: for ten tries at .1 there are 7 entries of 11, and the chance of 7
# successes, small but not nothing, is undefined rather than .0000087. Sums to the end become NaN, and a chance of “at
# least k” taken from the tail is missing up to a ten-thousandth. poissonDistribution stops in the same way.
#
# Seen: “binomial 10, .1: 7 of 11 entries, of 7 successes undefined for 8.748e-6; poisson 3: missing 0.00007 of 1”.
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund simple-statistics@7.12.1
cat >try.mjs <<'JS'
import { binomialDistribution, poissonDistribution, sum } from "simple-statistics";

const chances = binomialDistribution(10, 0.1);
const ways = 120; // of choosing 7 of 10
const seven = ways * 0.1 ** 7 * 0.9 ** 3;
const missing = 1 - sum(poissonDistribution(3));
const binomial = `${chances.length} of 11 entries, of 7 successes ${chances[7]} for ${seven.toExponential(3)}`;
console.log(`binomial 10, .1: ${binomial}; poisson 3: missing ${missing.toFixed(5)} of 1`);
JS
node try.mjs | tee seen
grep -qx 'binomial 10, .1: 7 of 11 entries, of 7 successes undefined for 8.748e-6; poisson 3: missing 0.00007 of 1' seen
