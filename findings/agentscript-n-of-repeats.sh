#!/usr/bin/env bash
# agentscript 0.10.27: nOf(n) draws with replacement, so that 90 of 100 agents are 60 different ones.
#
# NetLogo's n-of, after which it is named, picks that many different agents. agentscript draws one at a time and means to
# leave out what it has, but asks by the operator “in”, which looks for a place of that name in the list and finds none. The
# list has the length that was asked for and holds some agents twice and more: a plan to coach 90 teachers of 100 coaches 60.
# All of them at once, which are not drawn, are all different. clone(), shuffle() and slice() draw without replacement.
#
# Seen: “of 100: 10 are 9, 50 are 41, 90 are 60, 100 are 100, shuffled 90 are 90”. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund agentscript@0.10.27
cat >try.mjs <<'JS'
import AgentArray from "agentscript/src/AgentArray.js";
import { randomSeed } from "agentscript/src/utils.js";

randomSeed(1);
const agents = AgentArray.from(Array.from({ length: 100 }, (_, id) => ({ id })));
const different = (drawn) => `${drawn.length} are ${new Set(drawn).size}`;
const drawn = [10, 50, 90, 100].map((n) => different(agents.nOf(n)));
console.log(`of 100: ${drawn.join(", ")}, shuffled ${different(agents.clone().shuffle().slice(0, 90))}`);
JS
node try.mjs | tee seen
grep -qx 'of 100: 10 are 9, 50 are 41, 90 are 60, 100 are 100, shuffled 90 are 90' seen
