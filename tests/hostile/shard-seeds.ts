import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../packages/cli/src/command-line.ts";
import { planName, runsName, shardName } from "../../packages/cli/src/shards/shard-names.ts";
import { listeningHost } from "../../packages/cli/test-support/listening-host.ts";

/** Holds the files of a folder of shards as texts; bytes that are no text as the characters of Latin-1. */
export interface ShardSeeds {
  readonly plan: string;
  readonly runs: string;
  readonly shard: string;
}

const study = "kind: run\nreplicates: 2\nbottleneck: false\nscenario: { district: small-rural, horizon: 2 }\n";

/** Plans a small study and makes its first shard, as commands do. @throws Error where they refuse. */
export async function shardSeeds(): Promise<ShardSeeds> {
  const cwd = mkdtempSync(join(tmpdir(), "uptake-hostile-shards-"));
  const uptake = async (...argv: string[]): Promise<void> => {
    const host = listeningHost(cwd);
    if ((await main(argv, host)) !== 0) throw new Error(host.said.err);
  };
  try {
    writeFileSync(join(cwd, "study.yaml"), study);
    await uptake("shard", "plan", "study.yaml", "--shards", "2", "--out", "plan");
    await uptake("shard", "run", "plan", "--index", "0");
    const read = (name: string, as: "utf8" | "latin1"): string => readFileSync(join(cwd, "plan", name), as);
    return { plan: read(planName, "utf8"), runs: read(runsName, "utf8"), shard: read(shardName(0), "latin1") };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
