#!/usr/bin/env bash
# flocc 0.7.0: the global clustering coefficient of a network depends on the order in which its links were made.
#
# It is the share of pairs of an agent's neighbours that are linked themselves, over all agents. The pairs are counted by two
# loops of which the second begins at the second neighbour each time, so that a pair of neighbours who are neither the first
# nor the last counts twice. The same five teachers and five links give .33 or .44 where .375 is right; with up to three
# neighbours each, as in networks that one checks by hand, there are no such pairs.
#
# Seen: “0-1 0-2 0-3 0-4 1-2: 0.333”, “0-3 0-1 0-2 0-4 1-2: 0.444” and “3 of 8 pairs are linked: 0.375”.
# Fails when one of them changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund flocc@0.7.0
cat >try.mjs <<'JS'
import { Agent, Network } from "flocc";

const made = (links) => {
  const network = new Network();
  const agents = Array.from({ length: 5 }, () => new Agent());
  for (const agent of agents) network.addAgent(agent);
  for (const [a, b] of links) network.connect(agents[a], agents[b]);
  return { network, agents };
};
const orders = [
  [[0, 1], [0, 2], [0, 3], [0, 4], [1, 2]],
  [[0, 3], [0, 1], [0, 2], [0, 4], [1, 2]],
];
for (const links of orders) {
  const { network } = made(links);
  console.log(`${links.map((link) => link.join("-")).join(" ")}: ${network.clusteringCoefficient().toFixed(3)}`);
}
const { network, agents } = made(orders[0]);
let pairs = 0;
let linked = 0;
for (const agent of agents) {
  const others = network.neighbors(agent);
  const all = others.flatMap((a, i) => others.slice(i + 1).map((b) => [a, b]));
  pairs += all.length;
  linked += all.filter(([a, b]) => network.areConnected(a, b)).length;
}
console.log(`${linked} of ${pairs} pairs are linked: ${linked / pairs}`);
JS
node try.mjs | tee seen
grep -qx '0-1 0-2 0-3 0-4 1-2: 0.333' seen
grep -qx '0-3 0-1 0-2 0-4 1-2: 0.444' seen
grep -qx '3 of 8 pairs are linked: 0.375' seen
