import { readFileSync, writeFileSync } from "node:fs";
import { prepare, scenario, simulate } from "@uptake/model";
import { expect, test } from "vitest";
import { pinnedDraws, pinnedScenarios, pinnedSeeds } from "./pinned-runs.ts";

/**
 * Checksums of a few runs, the same on every engine and machine: they hash the counts of every month and every teacher's
 * last state. A change here means that results change, and has its line, beginning **results change**, in CHANGELOG.md.
 * `UPDATE_PINS=1 npx vitest run --project fast tests/engines` writes them anew.
 */
const file = new URL("pinned.json", import.meta.url);

/** Runs every scenario with both seeds, in a sampled world and in the fixed one. */
async function checksums(): Promise<Record<string, Record<string, string>>> {
  const pins: Record<string, Record<string, string>> = {};
  for (const [name, input] of Object.entries(pinnedScenarios)) {
    pins[name] = {};
    for (const draw of pinnedDraws) {
      const plan = await prepare(scenario({ ...input, parameters: { draw } }));
      for (const seed of pinnedSeeds) {
        pins[name][`${draw}, seed ${seed}`] = simulate(plan, { seed, replicate: 1 }).checksum;
      }
    }
  }
  return pins;
}

test("runs give their pinned checksums", async () => {
  const pins = await checksums();
  if (process.env["UPDATE_PINS"] === "1") writeFileSync(file, `${JSON.stringify(pins, null, 2)}\n`);
  expect(pins).toEqual(JSON.parse(readFileSync(file, "utf8")));
});
