import { join, resolve } from "node:path";
import { version } from "@uptake/model";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { sourcesPrint } from "../host/sources-print.ts";
import { readPlan, type ShardPlan } from "../shards/plan-file.ts";
import { planName } from "../shards/shard-names.ts";

/** Holds a plan as it stands in its folder, whose path is absolute. */
export interface OpenedPlan {
  readonly plan: ShardPlan;
  readonly folder: string;
}

/** Says whose plan it is, where another version made it, or other sources: its runs would have other numbers here. */
export function otherSources(plan: ShardPlan): string | undefined {
  if (plan.version !== version) return `is a plan of uptake ${plan.version}, this is ${version}`;
  if (plan.sources === sourcesPrint()) return undefined;
  return `is a plan of other sources of uptake ${version} than those installed here`;
}

/** Refuses a plan that another version made, or other sources. */
function checkSources(folder: string, plan: ShardPlan): void {
  const file = join(folder, planName);
  const message = otherSources(plan);
  if (message === undefined) return;
  const advice = `${message}; install the same on every machine, or plan the study again`;
  throw new BadInput([{ file, code: "another-version", path: "", message: advice, value: plan.version }]);
}

/**
 * Reads the plan in a folder; where it is `sameSources`, only one that this program made.
 *
 * @throws BadInput where there is none, it is not as it was written, or another program made it.
 */
export async function openPlan(host: Host, given: string, sameSources = true): Promise<OpenedPlan> {
  const plan = await readPlan(host, given);
  if (sameSources) checkSources(given, plan);
  return { plan, folder: resolve(host.cwd, given) };
}
