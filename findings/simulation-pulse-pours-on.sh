#!/usr/bin/env bash
# simulation 9.0.0 (the engine of Insight Maker): a pulse one month wide pours for two months, or by the step.
#
# Pulse(Time, Height, Width) has its height from its time until its time plus its width, both ends included. A month that
# begins at 2 covers the steps at 2 and at 3: with steps of a month a grant of 5 a month for one month comes to 10, with half
# steps to 7.5, and only tiny steps come near 5. A width that is shorter by a step is right, and has to change with the step.
#
# Seen, of a height of 5 and a width of 1: “step 1: 10, step 0.5: 7.5, step 0.125: 5.625” and “narrower by a step: 5, 5, 5”.
# Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund simulation@9.0.0
cat >try.mjs <<'JS'
import { Model } from "simulation";

/** What a stock holds in the end that a pulse of a height of 5, beginning at 2, flows into. */
const poured = (timeStep, width) => {
  const model = new Model({ timeLength: 8, timeStep, timeUnits: "Months" });
  const spent = model.Stock({ name: "Spent", initial: 0 });
  model.Flow(null, spent, { name: "Grant", rate: `Pulse(2, 5, ${width})` });
  return model.simulate().series(spent).at(-1);
};
const steps = [1, 0.5, 0.125];
console.log(steps.map((step) => `step ${step}: ${poured(step, 1)}`).join(", "));
console.log(`narrower by a step: ${steps.map((step) => poured(step, 1 - step)).join(", ")}`);
JS
node try.mjs | tee seen
grep -qx 'step 1: 10, step 0.5: 7.5, step 0.125: 5.625' seen
grep -qx 'narrower by a step: 5, 5, 5' seen
