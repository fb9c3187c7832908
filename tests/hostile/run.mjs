// Fuzzes all readers of strangers' texts: `pnpm fuzz [--cases N] [--seed S] [--only PARSER]…`. The work is done in a thread whose memory is
// bounded, and which is watched: a text that is never done with would hold up whoever waited for it.

import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, Worker } from "node:worker_threads";
import { runnerImport } from "vite";

/** Memory that the thread may take for objects, in megabytes, and seconds within which a case must have ended. */
const mostMegabytes = 768;
const mostSeconds = 60;

/** Gives what imports a package's source what it compiles to, which Node loads by itself. */
const compiled = {
  name: "compiled",
  enforce: "pre",
  resolveId(name, importer) {
    const path = importer === undefined ? name : resolve(dirname(importer), name);
    const [, folder, source] = /^(.*\/packages\/[^/]+)\/src\/(.*)\.ts$/.exec(path) ?? [];
    return folder && { id: pathToFileURL(`${folder}/dist/${source}.js`).href, external: true };
  },
};

/** Fuzzes in this thread. What is imported ends with the import, so the work is part of it. */
async function work() {
  const path = fileURLToPath(new URL("fuzz-all.ts", import.meta.url));
  await runnerImport(path, { configFile: false, logLevel: "error", plugins: [compiled] });
}

function watch() {
  const { values } = parseArgs({
    options: {
      cases: { type: "string", default: "127500" },
      seed: { type: "string", default: "14" },
      only: { type: "string", multiple: true, default: [] },
    },
  });
  const [cases, seed] = [values.cases, values.seed].map(Number);
  if (!(Number.isInteger(cases) && cases > 0 && Number.isInteger(seed))) {
    console.error("error: --cases and --seed are whole numbers, as in pnpm fuzz --cases 127500 --seed 14");
    process.exit(2);
  }
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { cases, seed, only: values.only, progress },
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  let known = -1;
  const watching = setInterval(() => {
    const now = Atomics.load(progress, 0);
    if (now === known && now > 0) {
      console.error(`error: case ${now} of seed ${seed} has not ended in ${mostSeconds} s`);
      process.exit(1);
    }
    known = now;
  }, mostSeconds * 1000);
  worker.on("error", (error) => {
    console.error(`error: after case ${Atomics.load(progress, 0)} of seed ${seed}: ${error.message}`);
    process.exitCode = 1;
  });
  worker.on("exit", (code) => {
    clearInterval(watching);
    process.exitCode ||= code;
  });
}

if (isMainThread) watch();
else await work();
