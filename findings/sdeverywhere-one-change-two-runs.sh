#!/usr/bin/env bash
# @sdeverywhere/runtime 0.2.6 (the engine of En-ROADS): one change of an input runs the model twice.
#
# ModelScheduler waits a moment before it runs, so that inputs set together make one run. It notes that a run is needed,
# starts it, and does not take the note back before the run; at the end it finds the note, takes it for a later change, and
# runs once more with the same inputs. Every slider step then costs two runs and two notices, and both notices hand over
# the same object, so that whoever keeps it to compare with the next holds the next itself.
#
# Seen: “1 change, 2 runs, 2 notices of one object”. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @sdeverywhere/runtime@0.2.6
cat >try.mjs <<'JS'
import { createInputValue, ModelScheduler, Outputs } from "@sdeverywhere/runtime";

let runs = 0;
const runner = {
  createOutputs: () => new Outputs(["_adopters"], 0, 1),
  runModel: async (_inputs, outputs) => {
    runs++;
    return outputs;
  },
  terminate: async () => undefined,
};
const coaching = createInputValue("_coaching", 0);
const scheduler = new ModelScheduler(runner, [coaching], runner.createOutputs());
const notices = [];
scheduler.onOutputsChanged = (outputs) => notices.push(outputs);
coaching.set(3);
await new Promise((resolve) => setTimeout(resolve, 500));
const objects = new Set(notices).size === 1 ? "one object" : "several objects";
console.log(`1 change, ${runs} runs, ${notices.length} notices of ${objects}`);
JS
node try.mjs | tee seen
grep -qx '1 change, 2 runs, 2 notices of one object' seen
