#!/usr/bin/env bash
# graphology-graphml 0.5.2 reads a GraphML default as text, whatever type its key declares: “false” becomes true.
#
# A GraphML key says what type its values have, and what value nodes have that hold none of their own. Values in a node are
# read by that type, the default is handed on as the text it is. In one graph an attribute is a number at some nodes and a
# text at others, so that sums join texts; and where the default of a boolean is false, every node without a value passes
# a test for truth. Whoever writes networks with networkx or Gephi and default values meets this.
#
# Seen: “int: 5 number, by default 3 string”, “double: 0.5 number, by default 0.25 string”,
# “boolean: true boolean, by default false string, which counts as true”. Fails when one of them changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund graphology@0.26.0 graphology-graphml@0.5.2
cat >try.mjs <<'JS'
import Graph from "graphology";
import graphml from "graphology-graphml";

const space = "http://graphml.graphdrawing.org/xmlns";
for (const [type, value, byDefault] of [["int", "5", "3"], ["double", "0.5", "0.25"], ["boolean", "true", "false"]]) {
  const key = `<key id="k" for="node" attr.name="v" attr.type="${type}"><default>${byDefault}</default></key>`;
  const nodes = `<node id="a"><data key="k">${value}</data></node><node id="b"/>`;
  const graph = graphml.parse(
    Graph,
    `<?xml version="1.0"?><graphml xmlns="${space}">${key}<graph edgedefault="directed">${nodes}</graph></graphml>`,
  );
  const [own, other] = ["a", "b"].map((node) => graph.getNodeAttribute(node, "v"));
  const counts = type === "boolean" && other ? ", which counts as true" : "";
  console.log(`${type}: ${own} ${typeof own}, by default ${other} ${typeof other}${counts}`);
}
JS
node try.mjs | tee seen
grep -qx 'int: 5 number, by default 3 string' seen
grep -qx 'double: 0.5 number, by default 0.25 string' seen
grep -qx 'boolean: true boolean, by default false string, which counts as true' seen
