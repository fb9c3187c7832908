// Builds the site to notebooks/dist, and fails on what Framework lets pass.

import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeAnswers } from "./answers.mjs";
import { bake } from "./bake.mjs";
import { check } from "./check.mjs";
import { framework, here } from "./framework.mjs";
import { forgetOldRuns, prefill } from "./prefill.mjs";

rmSync(join(here, "dist"), { recursive: true, force: true });
await prefill();
forgetOldRuns("build");
const [[code], answers] = await Promise.all([once(framework(["build"]), "exit"), makeAnswers()]);
if (code === 0) await bake(join(here, "dist"), answers);
const faults = code === 0 ? check(join(here, "dist")) : [`observable build ended with ${code}`];
for (const fault of faults) console.error(`error: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
