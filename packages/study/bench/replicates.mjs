/**
 * Makes one ensemble on small-rural, for a process whose memory is measured: node replicates.mjs ROOT REPLICATES. Its runs
 * are streamed where the build knows how, and kept whole in older ones.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { built } from "./built.mjs";

const [root, replicates] = process.argv.slice(2);
const { prepare, scenario, ensemble } = await built(root);
const plan = await prepare(scenario({ district: "small-rural", strategy: "all-six-lessons" }));
const stream = join(root, "packages/study/dist/stream/index.js");
if (existsSync(stream)) {
  const { streamEnsembles } = await import(pathToFileURL(stream).href);
  await streamEnsembles([plan], { replicates: Number(replicates) });
} else await ensemble(plan, { replicates: Number(replicates) });
