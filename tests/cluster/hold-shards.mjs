// Holds a worker whose shard is made but has not its name yet, for as long as the folder HOLD_SHARDS has a file of that name, or
// one called `all`: for `node --import`. However fast the machine is, and however late a test looks, the worker is then there.
import { existsSync } from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";

const folder = process.env.HOLD_SHARDS;
const rename = promises.rename;
promises.rename = async (from, to) => {
  const shard = /^shard-\d+\.parquet$/.exec(basename(to))?.[0];
  const held = () => ["all", shard].some((name) => existsSync(join(folder, name)));
  while (shard !== undefined && held()) await setTimeout(20);
  await rename(from, to);
};
syncBuiltinESMExports();
