#!/usr/bin/env bash
# chance 1.1.13: the seeds (1, 3) and (2, 1) give the same sequence, and 100 pairs of seeds give 28 sequences.
#
# Chance takes several seeds, such as one for the scenario and one for the replicate. It multiplies each number by its place
# from the end and adds them up: of two seeds a and b the generator gets 2a + b. A design of ten scenarios with ten
# replicates each shares most of its sequences between scenarios, and runs counted as independent draw the same. One
# number that tells all cases apart avoids it.
#
# Seen: “(1, 3): 0.2220 0.0552”, “(2, 1): 0.2220 0.0552”, “1 to 10 by 1 to 10: 28 sequences of 100”.
# Fails when one of them changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chance@1.1.13
cat >try.mjs <<'JS'
import Chance from "chance";

const begin = (...seeds) => {
  const chance = new Chance(...seeds);
  return [chance.random(), chance.random()];
};
const shown = (draws) => draws.map((x) => x.toFixed(4)).join(" ");
console.log(`(1, 3): ${shown(begin(1, 3))}`);
console.log(`(2, 1): ${shown(begin(2, 1))}`);
const ten = Array.from({ length: 10 }, (_, i) => i + 1);
const sequences = new Set(ten.flatMap((scenario) => ten.map((replicate) => begin(scenario, replicate).join(" "))));
console.log(`1 to 10 by 1 to 10: ${sequences.size} sequences of 100`);
JS
node try.mjs | tee seen
grep -qx '(1, 3): 0.2220 0.0552' seen
grep -qx '(2, 1): 0.2220 0.0552' seen
grep -qx '1 to 10 by 1 to 10: 28 sequences of 100' seen
