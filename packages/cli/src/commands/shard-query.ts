import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { queryShards } from "../shards/query-shards.ts";
import { shardPath } from "../shards/shard-names.ts";
import { shardsThere } from "../shards/shard-states.ts";
import { count } from "../words/format.ts";
import { table } from "../words/text-table.ts";
import { openPlan } from "./open-plan.ts";

/** Writes a value of a cell. */
function written(value: unknown): string {
  if (value === null) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Answers `uptake shard query`: asks the shards of a plan that are there by SQL, without merging them. */
export async function shardQuery(host: Host, given: string, sql: string, json: boolean): Promise<void> {
  const { plan, folder } = await openPlan(host, given, false);
  const there = await shardsThere(folder, plan);
  if (there.length === 0) {
    const message = "holds no shard of its plan yet";
    throw new BadInput([{ file: given, code: "no-shards", path: "", message }]);
  }
  if (there.length < plan.shards)
    host.err(`Of ${count(plan.shards)} shards ${count(there.length)} are there: the answer is of these.\n`);
  const files = there.map((shard) => shardPath(folder, shard));
  const { columns, rows } = await queryShards(files, sql);
  if (json) host.out(`${JSON.stringify({ columns, rows })}\n`);
  else host.out(table([[...columns], ...rows.map((row) => row.map(written))]));
}
