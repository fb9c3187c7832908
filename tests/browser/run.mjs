// Runs a TypeScript file of this folder outside the tests, as in `node tests/browser/run.mjs bench.ts`.

import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

await runnerImport(fileURLToPath(new URL(process.argv[2], import.meta.url)), { configFile: false, logLevel: "error" });
