#!/usr/bin/env bash
# simulation 9.0.0 (the engine of Insight Maker): the series of a flow is what its formula says, not what moved.
#
# A stock that may not fall below zero gives only what it has. The other stock receives that much and nothing is made of
# nothing, but the flow's own series keeps saying the whole rate, month after month, after the stock is empty. Whoever adds
# up a flow for a total, such as teachers trained or dollars spent, counts what never happened. The total is to be taken
# from a stock at the far end.
#
# Seen: “1 was there, 1 arrived, the flow says 20”. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund simulation@9.0.0
cat >try.mjs <<'JS'
import { Model } from "simulation";

const model = new Model({ timeLength: 4 });
const from = model.Stock({ name: "From", initial: 1, nonNegative: true });
const to = model.Stock({ name: "To", initial: 0 });
const flow = model.Flow(from, to, { name: "Flow", rate: "5" });
const results = model.simulate();
// The last value of a flow is that of a step which is no longer made.
const said = results.series(flow).slice(0, -1).reduce((a, b) => a + b);
console.log(`${results.series(from)[0]} was there, ${results.series(to).at(-1)} arrived, the flow says ${said}`);
JS
node try.mjs | tee seen
grep -qx '1 was there, 1 arrived, the flow says 20' seen
