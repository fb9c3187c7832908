import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../packages/cli/src/host/sha256.ts";
import type { ShardPlan } from "../../packages/cli/src/shards/plan-file.ts";
import { readPlan } from "../../packages/cli/src/shards/plan-file.ts";
import { readRuns } from "../../packages/cli/src/shards/runs-file.ts";
import { noSeal, sealFile, sealKey } from "../../packages/cli/src/shards/seal.ts";
import { planName, runsName, shardPath } from "../../packages/cli/src/shards/shard-names.ts";
import { shardStates } from "../../packages/cli/src/shards/shard-states.ts";
import { listeningHost } from "../../packages/cli/test-support/listening-host.ts";
import type { Read } from "./judge.ts";
import type { ShardSeeds } from "./shard-seeds.ts";

/** Takes the seal out of a shard, so that it can be sealed anew. */
function unsealed(text: string): string {
  const at = text.lastIndexOf(sealKey);
  return at < 0 ? text : text.slice(0, at) + text.slice(at).replace(/[0-9a-f]{64}/, noSeal);
}

/** Makes the readers of the files of a folder of shards, each of which reads a text as that file. */
export function shardReaders(folder: string, seeds: ShardSeeds): Readonly<Record<keyof ShardSeeds, Read>> {
  const own = join(folder, "shards");
  mkdirSync(own);
  const host = listeningHost(folder);
  const hash = sha256(seeds.runs);
  const plan = JSON.parse(seeds.plan) as ShardPlan;
  return {
    plan: (text) => {
      writeFileSync(join(own, planName), text);
      return readPlan(host, "shards");
    },
    runs: async (text) => {
      writeFileSync(join(own, runsName), text);
      for await (const { evaluations } of readRuns(join(own, runsName), hash))
        if (evaluations.length === 0) return false;
      return true;
    },
    // What was changed is sealed anew where it has a place for that, so that what stands behind the seal is read too.
    shard: async (text) => {
      const path = shardPath(own, 0);
      writeFileSync(path, unsealed(text), "latin1");
      await sealFile(path).catch(() => undefined);
      const [first] = await shardStates(own, plan);
      return first?.state === "finished";
    },
  };
}
