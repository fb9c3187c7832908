/**
 * Measures what many runs gain from workers and from pairing, after the speed of the model itself (`../../model/bench`).
 *
 *   node bench.mjs [--json] [--national] [--rounds 7]
 *
 * `--json` prints one object and nothing else. Workers are measured by the clock, best of three rounds, so other work on
 * the machine makes their gain look smaller; the processor time that they add does not depend on it.
 */
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { prepare, scenario, strategies } from "@uptake/model";
import { compareToPrecision } from "../dist/compare/index.js";
import { evaluateHere, evaluateInWorkers } from "../dist/evaluate/index.js";
import { ensemble, ensembles } from "../dist/index.js";

const json = process.argv.includes("--json");
const WORKERS = 2;
const REPLICATES = 1_000;
const PAIRS = 256;
/** Replicates of each strategy that `uptake start` made before, and makes now. */
const START_BEFORE = 64;
const START = 256;
/** Parts that the two ways of starting take turns at: the machine's other work then slows both alike. */
const TURNS = 8;
const START_ROUNDS = 3;

const workerEntry = new URL("../dist/evaluate/evaluate-worker.js", import.meta.url).href;

/** Starts a thread under the names that a browser's worker has. */
function spawn() {
  const worker = new Worker(
    `const { parentPort } = require("node:worker_threads");
    globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
    globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
    import(${JSON.stringify(workerEntry)});`,
    { eval: true },
  );
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    addEventListener: (type, listener) => void worker.on(type, (data) => listener({ type, data })),
  };
}

/** Times `work` in seconds of the clock and of the processor, all threads together. */
async function time(work) {
  const before = process.cpuUsage();
  const begun = performance.now();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6, result };
}

/** Measures 1,000 replicates in this thread and on two workers that are warm. */
async function measureWorkers(pool) {
  const plan = await prepare(
    scenario({ district: "napa-valley-unified", strategy: "coaching-only", horizon: 36, target: { month: 34 } }),
  );
  const job = (replicates) => ({
    plans: [plan],
    seed: "bench",
    statistics: [{ series: "adoption", month: 34 }],
    evaluations: Array.from({ length: replicates }, (_, replicate) => ({ plan: 0, replicate })),
  });
  await evaluateHere(job(100));
  await pool.evaluate(job(200));
  const best = { here: Number.POSITIVE_INFINITY, workers: Number.POSITIVE_INFINITY };
  const cpu = { ...best };
  let equal = true;
  for (let round = 0; round < 3; round++) {
    const here = await time(() => evaluateHere(job(REPLICATES)));
    const workers = await time(() => pool.evaluate(job(REPLICATES)));
    best.here = Math.min(best.here, here.seconds);
    best.workers = Math.min(best.workers, workers.seconds);
    cpu.here = Math.min(cpu.here, here.cpu);
    cpu.workers = Math.min(cpu.workers, workers.cpu);
    equal &&= here.result.checksums.join() === workers.result.checksums.join();
  }
  return { speedup: best.here / best.workers, addedCpu: cpu.workers / cpu.here - 1, equal, seconds: best };
}

/** Measures how many times as many replicates independent seeds need: coaching against business as usual. */
async function measurePairing(pool) {
  const of = (strategy) => prepare(scenario({ strategy }));
  const plans = await Promise.all(["business-as-usual", "coaching-only"].map(of));
  const { plans: compared } = await compareToPrecision(plans[0], [plans[1]], {
    halfWidth: 1e-9,
    first: PAIRS,
    cap: PAIRS,
    evaluate: pool.evaluate,
  });
  return Object.fromEntries(
    compared[0].differences.map(({ series, varianceReduction }) => [series, varianceReduction]),
  );
}

/**
 * Measures `uptake start` on D11, in seconds of the processor: plan by plan, where each run draws all it starts from, with
 * 64 replicates, against replicate by replicate, where plans share it, with 256.
 */
async function measureStart() {
  const names = strategies.filter(({ kind }) => kind === "reference").map(({ name }) => name);
  const plans = await Promise.all(names.map((strategy) => prepare(scenario({ strategy }))));
  const before = async (first, replicates) => {
    const all = [];
    for (const plan of plans) all.push(await ensemble(plan, { first, replicates }));
    return all;
  };
  const now = (first, replicates) => ensembles(plans, { first, replicates });
  const checksums = (all) => all.map((one) => one.checksums.join()).join();
  const equal = checksums(await before(0, 4)) === checksums(await now(0, 4));
  const rounds = [];
  for (let round = 0; round < START_ROUNDS; round++) {
    const seconds = { before: 0, now: 0 };
    for (let turn = 0; turn < TURNS; turn++) {
      const [few, many] = [START_BEFORE / TURNS, START / TURNS];
      seconds.before += (await time(() => before(turn * few, few))).cpu;
      seconds.now += (await time(() => now(turn * many, many))).cpu;
    }
    rounds.push(seconds);
  }
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  return {
    ratio: median(rounds.map(({ before, now }) => now / before)),
    seconds: { before: median(rounds.map(({ before }) => before)), now: median(rounds.map(({ now }) => now)) },
    equal,
  };
}

const passed = process.argv.slice(2);
const modelBench = fileURLToPath(new URL("../../model/bench/bench.mjs", import.meta.url));
const model = spawnSync(process.execPath, [modelBench, ...passed], {
  stdio: ["ignore", json ? "pipe" : "inherit", "inherit"],
  encoding: "utf8",
});
if (model.status !== 0) process.exit(model.status ?? 1);

const start = await measureStart();
const pool = evaluateInWorkers({ spawn, workers: WORKERS });
const workers = await measureWorkers(pool);
const pairing = await measurePairing(pool);
pool.dispose();

if (json) {
  const study = {
    startVsBefore: start.ratio,
    startEqual: start.equal,
    startSeconds: start.seconds,
    workersSpeedup: workers.speedup,
    workersAddedCpu: workers.addedCpu,
    workersEqual: workers.equal,
    workersSeconds: workers.seconds,
    pairingFactor: pairing,
    pairs: PAIRS,
  };
  console.log(JSON.stringify({ ...JSON.parse(model.stdout), ...study }));
} else {
  const { seconds, speedup, addedCpu, equal } = workers;
  console.log(
    `\nstart with ${START} replicates a strategy, plans sharing what they start from: ${start.ratio.toFixed(2)} times what ` +
      `${START_BEFORE} take plan by plan (${start.seconds.now.toFixed(1)} s and ${start.seconds.before.toFixed(1)} s of the processor); same bits: ${start.equal}`,
  );
  console.log(
    `\n${REPLICATES} replicates: ${seconds.here.toFixed(2)} s in one thread, ${seconds.workers.toFixed(2)} s on ${WORKERS} workers: ` +
      `${speedup.toFixed(2)} times as fast, ${(100 * addedCpu).toFixed(0)}% more of the processor; same bits: ${equal}`,
  );
  const factors = Object.entries(pairing).map(([name, factor]) => `${name} ${factor.toFixed(1)}`);
  console.log(
    `replicates that independent seeds need for one paired, coaching less business as usual, ${PAIRS} pairs:\n  ${factors.join(", ")}`,
  );
}
