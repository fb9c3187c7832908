#!/usr/bin/env bash
# flocc 0.7.0: an experiment with a seed does not repeat itself where agents act with a probability.
#
# Experiment seeds every run, and what draws by flocc's own functions comes out the same again. DefaultScheduler lets an agent
# act with its tickProbability, and draws for that by Math.random(), which the seed does not reach. The seed stands in the
# table of results beside outcomes that it will not give again. With a probability of 1 nothing is drawn and runs repeat.
#
# Seen: “drawn by flocc: the same, probability 1: the same, probability .5: another”. Fails when that changes. (By chance, that
# each of 100 agents acts as often in both runs of 20 steps is less likely than 1 in 10^60.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund flocc@0.7.0
cat >try.mjs <<'JS'
import { Agent, DefaultScheduler, Environment, Experiment, utils } from "flocc";

const outcome = async (tickProbability, count) => {
  const model = () => {
    const environment = new Environment({ scheduler: new DefaultScheduler() });
    for (let i = 0; i < 100; i++) {
      environment.addAgent(new Agent({ tickProbability, done: 0, tick: (agent) => agent.increment("done", count()) }));
    }
    return environment;
  };
  const record = { model: { done: (environment) => environment.getAgents().map((agent) => agent.get("done")).join(" ") } };
  const results = await new Experiment({ model, parameters: {}, seed: 1, maxTicks: 20, record }).run();
  return results.data[0].metrics.done;
};
const again = async (...given) => ((await outcome(...given)) === (await outcome(...given)) ? "the same" : "another");
const drawn = await again(1, utils.uniform);
console.log(`drawn by flocc: ${drawn}, probability 1: ${await again(1, () => 1)}, probability .5: ${await again(0.5, () => 1)}`);
JS
node try.mjs | tee seen
grep -qx 'drawn by flocc: the same, probability 1: the same, probability .5: another' seen
