#!/usr/bin/env bash
# seedrandom 3.0.5: the seed 1 and the seed "1" are two seeds, except for alea.
#
# A seed that stands in a YAML or JSON file arrives as a number, the same seed in a query or on a command line as a string.
# Of the seven generators in the package, six take them as different seeds and give unrelated numbers. alea takes them as
# one, so a program tried with alea and moved to another of its generators stops repeating its own results.
#
# Seen: “the same: alea” and “different: seedrandom, xor128, tychei, xorwow, xor4096, xorshift7”. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund seedrandom@3.0.5
cat >try.mjs <<'JS'
import seedrandom from "seedrandom";

const { alea, xor128, tychei, xorwow, xor4096, xorshift7 } = seedrandom;
const same = Object.entries({ seedrandom, alea, xor128, tychei, xorwow, xor4096, xorshift7 }).map(([name, make]) => [
  name,
  make(1)() === make("1")(),
]);
const named = (wanted) => same.filter(([, is]) => is === wanted).map(([name]) => name).join(", ");
console.log(`the same: ${named(true)}`);
console.log(`different: ${named(false)}`);
JS
node try.mjs | tee seen
grep -qx 'the same: alea' seen
grep -qx 'different: seedrandom, xor128, tychei, xorwow, xor4096, xorshift7' seen
