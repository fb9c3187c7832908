#!/usr/bin/env bash
# agentscript 0.10.27: seeds 1 to 100 all begin with a draw below .001, and a first normal draw close to the mean.
#
# randomSeed(seed) puts a Park-Miller generator in the place of Math.random. Its first draw is the seed times 16807, as a
# share of 2^31, with nothing that scatters seeds beforehand: replicates that are numbered, as they are in most studies,
# all do the same with the first choice of a run, and chances of it up from a thousandth are certain. By the second draw
# the sequences are apart, so series and later choices look well. Seeds have to be scattered first, as by a hash.
#
# Seen: “largest first draw 0.00078” and “standard deviation of first normal draws 0.020, of second 1.0”.
# Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund agentscript@0.10.27
cat >try.mjs <<'JS'
import { randomNormal, randomSeed } from "agentscript/src/utils.js";

const seeds = Array.from({ length: 100 }, (_, i) => i + 1);
const first = seeds.map((seed) => {
  randomSeed(seed);
  return Math.random();
});
const normals = seeds.map((seed) => {
  randomSeed(seed);
  return [randomNormal(), randomNormal()];
});
const deviation = (x) => {
  const mean = x.reduce((a, b) => a + b) / x.length;
  return Math.sqrt(x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (x.length - 1));
};
const [one, two] = [0, 1].map((i) => deviation(normals.map((pair) => pair[i])));
console.log(`largest first draw ${Math.max(...first).toFixed(5)}`);
console.log(`standard deviation of first normal draws ${one.toFixed(3)}, of second ${two.toFixed(1)}`);
JS
node try.mjs | tee seen
grep -qx 'largest first draw 0.00078' seen
grep -qx 'standard deviation of first normal draws 0.020, of second 1.0' seen
