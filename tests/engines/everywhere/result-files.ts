import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pinnedStudies } from "../pinned-studies.ts";
import type { Started } from "./engine.ts";

/**
 * Runs the pinned study that compares strategies by the command line, in a new folder, and returns the hash of each file of
 * its result by name: page, figures, tables, receipt.
 */
export async function resultFiles(
  uptake: NonNullable<Started["uptake"]>,
  folder: string,
): Promise<Record<string, string>> {
  mkdirSync(folder);
  writeFileSync(join(folder, "study.yaml"), JSON.stringify(pinnedStudies["compare"]));
  await uptake(["study", "study.yaml", "--threads", "2", "--out", "result"], folder);
  const result = join(folder, "result");
  const hashOf = (name: string): string =>
    createHash("sha256")
      .update(readFileSync(join(result, name)))
      .digest("hex");
  return Object.fromEntries(readdirSync(result).map((name) => [name, hashOf(name)]));
}
