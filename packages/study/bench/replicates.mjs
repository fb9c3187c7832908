/**
 * Runs many replicates on small-rural, for a process whose memory is measured: folded as they come where a build can, else
 * with every run's series kept.
 *
 *   node replicates.mjs ROOT REPLICATES
 */
import { built } from "./built.mjs";

const [root, count] = process.argv.slice(2);
const { prepare, scenario, ensemble, streamEnsembles } = await built(root);
const plan = await prepare(scenario({ district: "small-rural", strategy: "all-six-lessons" }));
const replicates = Number(count);
await (streamEnsembles ? streamEnsembles([plan], { replicates }) : ensemble(plan, { replicates }));
