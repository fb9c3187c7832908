#!/usr/bin/env bash
# jstat 1.9.6: 99.9% of a Pareto distribution lie below the median that it gives, and a uniform one has none.
#
# The median of a Pareto distribution is its scale times 2 to the power of one over its shape. jstat multiplies the scale by
# the shape and the root of 2 instead, which rises with the shape where the median falls. Its cdf and inv are right, so a
# program that takes one from here and one from there contradicts itself. For the median of a uniform distribution it hands
# the two ends to a mean that expects a list. For both, inv at .5 is right.
#
# Seen: “Pareto 1, 4: median 5.657, below it 0.999, inv(.5) 1.189” and “uniform 1 to 3: median NaN, inv(.5) 2”.
# Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jstat@1.9.6
cat >try.mjs <<'JS'
import jstat from "jstat";

const { pareto, uniform } = jstat.jStat;
const median = pareto.median(1, 4);
const below = pareto.cdf(median, 1, 4);
const inverse = pareto.inv(0.5, 1, 4);
console.log(`Pareto 1, 4: median ${median.toFixed(3)}, below it ${below.toFixed(3)}, inv(.5) ${inverse.toFixed(3)}`);
console.log(`uniform 1 to 3: median ${uniform.median(1, 3)}, inv(.5) ${uniform.inv(0.5, 1, 3)}`);
JS
node try.mjs | tee seen
grep -qx 'Pareto 1, 4: median 5.657, below it 0.999, inv(.5) 1.189' seen
grep -qx 'uniform 1 to 3: median NaN, inv(.5) 2' seen
