import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { explain } from "@uptake/model/validate";
import type { Statistic } from "@uptake/study/evaluate";
import { z } from "zod";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { sha256 } from "../host/sha256.ts";
import { readJson } from "../input/read-json.ts";
import { readText, refuse, tableLimit } from "../input/read-text.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import { namedCommand } from "../words/shell-quoted.ts";
import { mostShards, planName } from "./shard-names.ts";
import type { Shares } from "./shares.ts";

/** Number of the format of plans. */
export const planFormat = 1;

/** Says how many runs a job has, how many numbers are read of each, and the fingerprint of it all. */
export interface PlannedJob {
  readonly runs: number;
  readonly width: number;
  readonly print: string;
}

/** Holds a study whose runs are shared out: everything that a worker, and who merges, must agree on. */
export interface ShardPlan extends Shares {
  readonly format: typeof planFormat;
  /** Version, and fingerprint of the sources, that make the runs. */
  readonly version: string;
  readonly sources: string;
  readonly study: CompleteStudy;
  /** Says, for who reads the file, which runs a shard holds. */
  readonly holds: string;
  /** Jobs in the order in which the study asks for them. */
  readonly jobs: readonly PlannedJob[];
  /** What of each run stands in a column of its own. */
  readonly outcomes: readonly Statistic[];
  /** SHA-256 of runs.jsonl. */
  readonly runsFile: string;
  /** SHA-256 of all the rest, which names the plan. */
  readonly plan: string;
}

/** Returns the most numbers that are read of a run of some jobs, 1 at least. */
export function widest(jobs: readonly PlannedJob[]): number {
  return jobs.reduce((most, { width }) => Math.max(most, width), 1);
}

const hash = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256 sum: 64 hexadecimal digits");
const text = z.string().max(10_000);

const schema = z.strictObject({
  format: z.literal(planFormat),
  version: text,
  sources: hash,
  study: z.looseObject({ kind: text, name: text, seed: text, scenario: z.looseObject({}) }),
  shards: z.int().min(1).max(mostShards),
  runs: z.int().min(1),
  block: z.int().min(1).optional(),
  holds: text,
  jobs: z.array(z.strictObject({ runs: z.int().min(0), width: z.int().min(0), print: hash })).max(1_000_000),
  outcomes: z.array(z.strictObject({ series: text, month: z.int().min(0).max(600) })).max(10_000),
  runsFile: hash,
  plan: hash,
});

/** Largest plan read, in bytes: a study may hold a district and a table of the largest size, written as JSON. */
const planLimit = 4 * tableLimit;

/** Names a plan by all that is in it. */
export function namedPlan(rest: Omit<ShardPlan, "plan">): ShardPlan {
  return { ...rest, plan: sha256(JSON.stringify(rest)) };
}

/** Writes a plan as the text of its file. */
export function planText(plan: ShardPlan): string {
  return `${JSON.stringify(plan, undefined, 2)}\n`;
}

/** Tells whether the text of a plan is as it was written: not cut off, and with the hash of its contents. */
export function isWholePlan(text: string): boolean {
  try {
    const { plan, ...rest } = JSON.parse(text) as ShardPlan;
    return namedPlan(rest).plan === plan;
  } catch {
    return false;
  }
}

/** Refuses what is no folder of a plan. @throws BadInput that says what helps. */
function refuseNoPlan(host: Host, given: string): void {
  const path = resolve(host.cwd, given);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) refuse(given, "missing-file", "there is no such folder");
  if (!found.isDirectory()) {
    const folder = basename(given) === planName ? `: ${dirname(given)}` : "";
    refuse(given, "not-a-folder", `is a file; a plan of shards is named by its folder${folder}`);
  }
  if (existsSync(join(path, planName))) return;
  const make = namedCommand("shard", "plan", "STUDY", "--out", "FOLDER");
  refuse(given, "missing-file", `holds no ${planName}, as the folder of a plan of shards does; make one with: ${make}`);
}

/**
 * Reads the plan in a folder.
 *
 * @throws BadInput where there is none, or it is not as it was written.
 */
export async function readPlan(host: Host, folder: string): Promise<ShardPlan> {
  const file = join(folder, planName);
  refuseNoPlan(host, folder);
  const value = readJson(await readText(host, file, planLimit), file);
  const read = schema.safeParse(value);
  if (!read.success)
    throw new BadInput(
      explain(read.error.issues, value, schema).map((fault) => ({ ...fault, file, code: "not-a-plan" })),
    );
  // Not what the schema gives back, which has its fields in another order: the hash is of what stands in the file.
  const { plan, ...rest } = value as ShardPlan;
  if (namedPlan(rest).plan === plan) return { ...rest, plan };
  const message = "was changed since it was written: its contents no longer have its hash; plan the study again";
  throw new BadInput([{ file, code: "changed", path: "plan", message }]);
}
