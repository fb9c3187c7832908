import type { Command } from "commander";
import type { RawShardPlan } from "../commands/shard-plan.ts";
import type { RawShardRun } from "../commands/shard-run.ts";
import type { Host } from "../host/host.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { once } from "./once.ts";

/** Adds `uptake shard`: a study shared out among the tasks of a cluster, and put together again. */
export function addShard(program: Command, host: Host, kinds: Kinds): void {
  const shard = program
    .command("shard")
    .description("share the runs of a study out among machines, and put them together to the same result")
    .addHelpText(
      "after",
      "\nWorkers take their number from --index, or the first of SIM_SHARD_INDEX, SLURM_ARRAY_TASK_ID,\nJOB_COMPLETION_INDEX, AWS_BATCH_JOB_ARRAY_INDEX, PBS_ARRAY_INDEX that is set.\nGuide: docs/guide/clusters/README.md",
    );
  shard
    .command("plan")
    .description("list the runs of a study file, share them out, and say how long they take")
    .argument("<file>", "study file, YAML or JSON")
    .option("--out <folder>", "folder to write the plan to, which every worker must reach", once)
    .option("--shards <n>", "number of shards, 1 to 100000 (default as many as last about five minutes each)", once)
    .option("--seed <text>", "text that every random draw follows from, in place of the file's", once)
    .option("--replicates <n>", "number of replicates in place of the file's, for kinds that have it", once)
    .option("--priors", "draw worlds from the wide priors, for kinds that choose their worlds")
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
    .command("merge")
    .description("answer the study from its shards: report, tables and receipt as if it had been run here")
    .argument("<folder>", "folder of the plan")
    .option("--out <folder>", "folder to write the results to", once)
    .option("--json", "print the result on stdout as one JSON object")
    .action(async (folder: string, raw: { out?: string; json?: boolean }) => {
      const { shardMerge } = await import("../commands/shard-merge.ts");
      await shardMerge(host, kinds, folder, raw);
    });
}
