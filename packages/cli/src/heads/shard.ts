import type { Command } from "commander";
import type { RawShardPlan } from "../commands/shard-plan.ts";
import type { RawShardRun } from "../commands/shard-run.ts";
import type { RawShardSubmit } from "../commands/shard-submit.ts";
import type { Host } from "../host/host.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { once } from "./once.ts";
import { fileOptions } from "./run-options.ts";

/** Adds `uptake shard`: a study shared out among the tasks of a cluster, and put together again. */
export function addShard(program: Command, host: Host, kinds: Kinds): void {
  const shard = program
    .command("shard")
    .description("share the runs of a study out among machines, and put them together to the same result")
    .addHelpText(
      "after",
      "\nWorkers take their number from --index, or the first of SIM_SHARD_INDEX, SLURM_ARRAY_TASK_ID,\nJOB_COMPLETION_INDEX, AWS_BATCH_JOB_ARRAY_INDEX, PBS_ARRAY_INDEX that is set.\nGuide: docs/guide/clusters/README.md",
    );
  const plan = shard
    .command("plan")
    .description("list the runs of a study file, share them out, and say what they cost")
    .argument("<file>", "study file, YAML or JSON")
    .option("--out <folder>", "folder to write the plan to, which every worker must reach; must be given", once)
    .option("--shards <n>", "number of shards, 1 to 100000 (default as many as last about five minutes each)", once)
    .option("--tasks <n>", "tasks at a time that the time is told for, 1 to 100000 (default 10)", once);
  fileOptions(plan)
    .option("--json", "print one JSON object on stdout")
    .action(async (file: string, raw: RawShardPlan) => {
      const { shardPlan } = await import("../commands/shard-plan.ts");
      await shardPlan(host, kinds, file, raw);
    });
  shard
    .command("run")
    .description("make one shard of a plan; one that is finished is left as it is")
    .argument("<folder>", "folder of the plan")
    .option("--index <n>", "number of the shard, from 0 (default as the environment says)", once)
    .option("--threads <n>", "threads that make runs (default 1: a cluster gives a task one core)", once)
    .option("--again", "make the shard anew where it is finished: the same bytes")
    .option("--json", "print one JSON object on stdout")
    .action(async (folder: string, raw: RawShardRun) => {
      const { shardRun } = await import("../commands/shard-run.ts");
      await shardRun(host, folder, raw);
    });
  shard
    .command("status")
    .description("list the shards that are finished, missing, damaged or of another plan")
    .argument("<folder>", "folder of the plan")
    .option("--json", "print one JSON object on stdout")
    .addHelpText("after", "\nThe exit code is 0 when all shards are finished, 1 when any is not.")
    .action(async (folder: string, { json }: { json?: boolean }) => {
      const { shardStatus } = await import("../commands/shard-status.ts");
      await shardStatus(host, folder, json === true);
    });
  shard
    .command("query")
    .description("ask the shards that are there by SQL, as one table “runs”: any number of runs, by DuckDB")
    .argument("<folder>", "folder of the plan")
    .argument("<sql>", "one SELECT, as in 'SELECT strategy, count(*) FROM runs GROUP BY strategy'")
    .option("--json", "print columns and rows as one JSON object")
    .addHelpText("after", "\nNeeds DuckDB, which is not installed with uptake: npm install @duckdb/node-api")
    .action(async (folder: string, sql: string, { json }: { json?: boolean }) => {
      const { shardQuery } = await import("../commands/shard-query.ts");
      await shardQuery(host, folder, sql, json === true);
    });
  shard
    .command("submit")
    .description("have all shards of a plan made: by a Slurm cluster, or by GNU parallel here or on hosts")
    .argument("<folder>", "folder of the plan")
    .option("--slurm", "submit job arrays, wait for them, and submit again what is missing")
    .option("--parallel", "start GNU parallel, and wait for it")
    .option("--missing", "only shards that are missing, damaged or of another plan")
    .option("--attempts <n>", "times that a shard is tried in all, 1 to 100 (default 3)", once)
    .option("--sbatch-args <words>", "further arguments of sbatch, as in '--partition=short --time=30'", once)
    .option("--poll <seconds>", "seconds between two looks at the queue, 1 to 3600 (default 10)", once)
    .option("--no-wait", "submit to Slurm, and do not wait")
    .option("--jobs <n>", "shards made at a time on each host, as GNU parallel takes it (default one a core)", once)
    .option(
      "--sshloginfile <file>",
      "hosts for GNU parallel, one a line, that reach the folder under the same path",
      once,
    )
    .addHelpText(
      "after",
      "\nThe exit code is 0 when all shards are finished, or submitted with --no-wait; 1 when any is not.",
    )
    .action(async (folder: string, raw: RawShardSubmit) => {
      const { shardSubmit } = await import("../commands/shard-submit.ts");
      await shardSubmit(host, folder, raw);
    });
  shard
    .command("merge")
    .description("answer the study from its shards: report, tables and receipt as if it had been run here")
    .argument("<folder>", "folder of the plan")
    .option("--out <folder>", "folder to write the results to; must be given", once)
    .option("--json", "print the result on stdout as one JSON object")
    .action(async (folder: string, raw: { out?: string; json?: boolean }) => {
      const { shardMerge } = await import("../commands/shard-merge.ts");
      await shardMerge(host, kinds, folder, raw);
    });
}
