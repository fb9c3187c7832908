#!/usr/bin/env bash
# @sdeverywhere/runtime 0.2.6: of two schedulers that share an input, only the one made last hears that it changed.
#
# Inputs are values of their own, which are handed to a ModelScheduler. To compare two plans, or two versions of a model,
# one hands the same slider to two schedulers. An input has room for one listener, though, and each scheduler puts its own
# there without a word. The first one goes on to show the outcome of the old value beside the new outcome of the other.
#
# Seen: “first 0, second 3”, after the input both share was set to 3. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @sdeverywhere/runtime@0.2.6
cat >try.mjs <<'JS'
import { createInputValue, ModelScheduler, Outputs } from "@sdeverywhere/runtime";

/** A model with one outcome, which is its input. */
const runner = {
  createOutputs: () => new Outputs(["_coached"], 0, 0),
  runModel: async ([input], outputs) => {
    outputs.varSeries[0].points[0].y = input.get();
    return outputs;
  },
  terminate: async () => undefined,
};
const coaching = createInputValue("_coaching", 0);
const shown = [runner.createOutputs(), runner.createOutputs()];
for (const outputs of shown) new ModelScheduler(runner, [coaching], outputs);
coaching.set(3);
await new Promise((resolve) => setTimeout(resolve, 500));
const [first, second] = shown.map((outputs) => outputs.getSeriesForVar("_coached").getValueAtTime(0));
console.log(`first ${first}, second ${second}`);
JS
node try.mjs | tee seen
grep -qx 'first 0, second 3' seen
