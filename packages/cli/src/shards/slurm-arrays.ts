import { numberRanges } from "../words/number-ranges.ts";

/** Most characters of a list of tasks: the system limits how long one argument may be. */
const mostCharacters = 60_000;

/** Holds one array of tasks: task t makes shard t + offset. */
export interface SlurmArray {
  readonly offset: number;
  /** Tasks as `sbatch --array` takes them, as in `0-3,7`. */
  readonly tasks: string;
  readonly shards: readonly number[];
}

const written = (numbers: readonly number[]): string =>
  numberRanges(numbers, "-", Number.POSITIVE_INFINITY).replaceAll(", ", ",");

/** Cuts shards in two until their list is short enough. */
function cut(offset: number, shards: readonly number[]): SlurmArray[] {
  const tasks = written(shards.map((shard) => shard - offset));
  if (tasks.length <= mostCharacters) return [{ offset, tasks, shards }];
  const half = Math.ceil(shards.length / 2);
  return [...cut(offset, shards.slice(0, half)), ...cut(offset, shards.slice(half))];
}

/** Shares shards, in rising order, out among arrays of which no task has the number `maxArraySize` or a higher one. */
export function slurmArrays(shards: readonly number[], maxArraySize: number): SlurmArray[] {
  const blocks = new Map<number, number[]>();
  for (const shard of shards) {
    const offset = Math.floor(shard / maxArraySize) * maxArraySize;
    const block = blocks.get(offset);
    if (block) block.push(shard);
    else blocks.set(offset, [shard]);
  }
  return [...blocks].flatMap(([offset, own]) => cut(offset, own));
}
