// Builds the site to notebooks/dist, and fails on what Framework lets pass.

import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeAnswers } from "./answers.mjs";
import { bake } from "./bake.mjs";
import { check } from "./check.mjs";
import { framework, here } from "./framework.mjs";
import { allShortcuts } from "./main-thread.mjs";
import { nameHashes } from "./policy.mjs";
import { forgetOldRuns, prefill } from "./prefill.mjs";

/** Builds the site; returns what is wrong with it. */
async function build() {
  const faults = allShortcuts(join(here, "src"));
  if (faults.length > 0) return faults;
  rmSync(join(here, "dist"), { recursive: true, force: true });
  await prefill();
  forgetOldRuns("build");
  const [[code], answers] = await Promise.all([once(framework(["build"]), "exit"), makeAnswers()]);
  if (code !== 0) return [`observable build ended with ${code}`];
  await bake(join(here, "dist"), answers);
  nameHashes(join(here, "dist"));
  return check(join(here, "dist"));
}

const faults = await build();
for (const fault of faults) console.error(`error: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
