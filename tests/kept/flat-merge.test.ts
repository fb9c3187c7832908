import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ended, ended } from "./small-study.ts";

/** How much more the others may take than the smallest. */
const growth = 1.25;

/**
 * Replicates up to which a few numbers of each run, and its checksum, are kept while they are planned, and the bytes that
 * go with a run, what is thrown away meanwhile included: of 100,000 runs, processes took 25 to 45 MB more.
 */
const mostSingle = 100_000;
const bytesOfSingle = 300;

/** Says of which plans runs are made up, how many, and the most megabytes that any process may take at its peak. */
const plans = [
  {
    name: "a small district, of a plan and business as usual for 2 months",
    study: `bottleneck: false
scenario: { district: small-rural, strategy: coaching-only, horizon: 2, funded: 2, target: { month: 2, share: 0.4 } }`,
    runsOfReplicate: 2,
    /** Runs that every replicate has; other beliefs take 256 more each, whatever there are. */
    sizes: [1_000, 4_000, 18_000, 100_000, 1_000_000],
    rows: 16,
    atMost: 300,
  },
  {
    name: "the default district, 60 months",
    study: "scenario: {}",
    runsOfReplicate: 1,
    sizes: [1_000, 2_000, 9_000, 20_000],
    // As many different values at each place as are counted apart.
    rows: 1_024,
    atMost: 330,
  },
];

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-flat-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const uptake = fileOf("../../packages/cli/dist/main.js");
const writer = fileOf("./made-up-shards.mjs");

/** Runs a program in a process of its own, and returns how it ended and the most megabytes that it held. */
async function measured(...argv: string[]): Promise<Ended & { readonly megabytes: number }> {
  const end = await ended(spawn(process.execPath, ["--import", fileOf("./tell-peak.mjs"), ...argv], { cwd }));
  const megabytes = Number(/^peak (\d+)$/m.exec(end.err)?.[1]) / 1024 / 1024;
  return { ...end, megabytes };
}

test.for(plans)(
  "planning and merging many runs takes hardly more memory than a thousand: $name",
  { timeout: 1_800_000 },
  async (asked) => {
    const { name, study, runsOfReplicate, sizes, rows, atMost } = asked;
    const peaks: { runs: number; plan: number; merge: number }[] = [];
    for (const runs of sizes) {
      writeFileSync(join(cwd, "study.yaml"), `kind: run\nreplicates: ${runs / runsOfReplicate}\n${study}\n`);
      const plan = await measured(uptake, "shard", "plan", "study.yaml", "--shards", "8", "--out", "plan");
      expect(plan, plan.err).toMatchObject({ code: 0 });
      expect((await measured(writer, "plan", String(rows))).code).toBe(0);
      const merge = await measured(uptake, "shard", "merge", "plan", "--out", "result");
      expect(merge, merge.err).toMatchObject({ code: 0 });
      const receipt = JSON.parse(readFileSync(join(cwd, "result/receipt.json"), "utf8"));
      expect(receipt.runs).toBeGreaterThanOrEqual(runs);
      expect(receipt.failed).toBe(0);
      peaks.push({ runs, plan: plan.megabytes, merge: merge.megabytes });
      for (const folder of ["plan", "result"]) rmSync(join(cwd, folder), { recursive: true });
    }
    const told = peaks.map(({ runs, plan, merge }) => `${runs} runs ${plan.toFixed(0)} and ${merge.toFixed(0)} MB`);
    process.stdout.write(`flat merge: ${name}: planning and merging ${told.join(", ")}\n`);
    for (const { plan, merge } of peaks) expect(Math.max(plan, merge)).toBeLessThanOrEqual(atMost);
    const [small, ...larger] = peaks;
    for (const { runs, merge, plan } of larger) {
      const single = runs / runsOfReplicate <= mostSingle ? (runs * bytesOfSingle) / 1024 / 1024 : 0;
      expect(merge).toBeLessThanOrEqual(growth * small!.merge);
      expect(plan).toBeLessThanOrEqual(growth * small!.plan + single);
    }
  },
);
