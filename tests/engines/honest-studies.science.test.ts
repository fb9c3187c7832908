import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { main } from "../../packages/cli/src/command-line.ts";
import { listeningHost } from "../../packages/cli/test-support/listening-host.ts";
import { inOtherEngine } from "../architecture/other-engine.ts";
import { smallScenario, smallStudies } from "./random-studies.ts";

/** How many random studies of each kind are tried; `STUDIES=40 npx vitest run --project science tests/engines` tries more. */
const numRuns = Number(process.env["STUDIES"] ?? 1);

async function uptake(cwd: string, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const host = listeningHost(cwd, true);
  const code = await main(argv, host);
  return { code, ...host.said };
}

test.for(Object.entries(smallStudies))(
  "a study of the kind %s that was run is confirmed, whatever is in it, where Math.exp and the like differ too",
  { timeout: 60_000 * numRuns },
  async ([kind, own]) => {
    const seeds = fc.string({ minLength: 1, unit: "grapheme" });
    const honest = fc.asyncProperty(smallScenario, own, seeds, async (scenario, fields, seed) => {
      const cwd = mkdtempSync(join(tmpdir(), "uptake-honest-"));
      try {
        writeFileSync(join(cwd, "s.yaml"), JSON.stringify({ kind, seed, scenario, ...fields }));
        const made = await uptake(cwd, "study", "s.yaml", "--threads", "1", "--out", "r");
        // What cannot be asked of this plan is refused, so there is nothing to confirm.
        fc.pre(made.code !== 2);
        expect(made.code, made.err).toBe(0);
        const { out } = await inOtherEngine(() => uptake(cwd, "verify", "r"));
        expect(out).toContain("Confirmed: all agrees.");
        expect(JSON.parse(readFileSync(join(cwd, "r/receipt.json"), "utf8")).study.seed).toBe(seed);
      } finally {
        rmSync(cwd, { recursive: true });
      }
    });
    await fc.assert(honest, { numRuns });
  },
);
