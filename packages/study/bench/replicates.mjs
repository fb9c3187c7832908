/**
 * Makes one ensemble on small-rural, for a process whose memory is measured: node replicates.mjs ROOT REPLICATES
 */
import { built } from "./built.mjs";

const [root, replicates] = process.argv.slice(2);
const { prepare, scenario, ensemble } = await built(root);
const plan = await prepare(scenario({ district: "small-rural", strategy: "all-six-lessons" }));
await ensemble(plan, { replicates: Number(replicates) });
