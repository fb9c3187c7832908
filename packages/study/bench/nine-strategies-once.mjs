/** Runs the nine reference strategies once, for a process that is measured whole: node nine-strategies-once.mjs ROOT */
import { nineStrategies } from "./nine-strategies.mjs";

const run = await nineStrategies(process.argv[2]);
await run();
