#!/usr/bin/env bash
# flocc 0.7.0: when one agent leaves a network, the others lose links and gain ones that were never made.
#
# A network keeps its links twice, as lists of neighbours and as a matrix. removeAgent() goes through the leaver's list while
# each step shortens it, so that every second neighbour keeps the leaver; and it reads the old matrix by the places that the
# agents have without the leaver, so that those added later get the links of the one added before them. neighbors() and
# areConnected() then say different things, both wrong, and nothing is reported. In a model with turnover the network is
# another after the first month. A new network of those who stay avoids it.
#
# Seen, of Bo and Cy linked to each other and Ann linked to Bo, Cy, Di and Eve, after Ann has left:
# “neighbors: Bo-Cy Cy-Ann Cy-Bo Eve-Ann” and “areConnected: Bo-Di Cy-Di”. Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund flocc@0.7.0
cat >try.mjs <<'JS'
import { Agent, Network } from "flocc";

const network = new Network();
const [ann, bo, cy, di, eve] = ["Ann", "Bo", "Cy", "Di", "Eve"].map((name) => new Agent({ name }));
const staying = [bo, cy, di, eve];
for (const agent of [ann, ...staying]) network.addAgent(agent);
for (const agent of staying) network.connect(ann, agent);
network.connect(bo, cy);
network.removeAgent(ann);
const shown = (pairs) => pairs.map((pair) => pair.map((agent) => agent.get("name")).join("-")).join(" ");
console.log(`neighbors: ${shown(staying.flatMap((agent) => network.neighbors(agent).map((other) => [agent, other])))}`);
const pairs = staying.flatMap((agent, i) => staying.slice(i + 1).map((other) => [agent, other]));
console.log(`areConnected: ${shown(pairs.filter(([agent, other]) => network.areConnected(agent, other)))}`);
JS
node try.mjs | tee seen
grep -qx 'neighbors: Bo-Cy Cy-Ann Cy-Bo Eve-Ann' seen
grep -qx 'areConnected: Bo-Di Cy-Di' seen
