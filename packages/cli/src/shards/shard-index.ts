import { BadInput } from "../host/fault.ts";

/** Variables of the environment that hold the number of a task, from 0, the first that is set wins. */
const indexVariables = [
  "SIM_SHARD_INDEX",
  "SLURM_ARRAY_TASK_ID",
  "JOB_COMPLETION_INDEX",
  "AWS_BATCH_JOB_ARRAY_INDEX",
  "PBS_ARRAY_INDEX",
] as const;

/**
 * Returns which shard a worker makes: `given` by `--index`, otherwise what the first of {@link indexVariables} in the
 * environment holds. How many there are is never taken from the environment, where a part that is submitted again has
 * another count.
 *
 * @throws BadInput where there is none, or it is no shard of the plan.
 */
export function shardIndex(
  given: string | undefined,
  shards: number,
  env: Readonly<Record<string, string | undefined>>,
): number {
  const variable = indexVariables.find((name) => (env[name] ?? "") !== "");
  const path = given === undefined ? (variable ?? "--index") : "--index";
  const value = given ?? (variable === undefined ? undefined : env[variable]);
  const allowed = `shards 0 to ${shards - 1}`;
  if (value === undefined) {
    const message = `is needed: give it, or set one of ${indexVariables.join(", ")}`;
    throw new BadInput([{ code: "missing", path, message, allowed }]);
  }
  const index = /^\d{1,6}$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (index < shards) return index;
  const message = `“${value}” is not the number of a shard of this plan`;
  throw new BadInput([{ code: "out-of-range", path, message, value, allowed }]);
}
