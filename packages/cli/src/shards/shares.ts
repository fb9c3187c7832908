/** Says how the runs of a plan are shared out: in blocks of runs that follow one another, dealt out in turn. */
export interface Shares {
  readonly runs: number;
  readonly shards: number;
  /** Runs of a block (default 1: each shard holds every n-th run). */
  readonly block?: number;
}

/** Blocks that each shard holds at least, so that shards last about as long as each other. */
const fewestBlocks = 64;

/** Most bytes of numbers in a block of several runs: what is read at a time of a shard that is merged. */
const mostBytes = 2 * 1024 * 1024;

/** Returns how many runs a block has, of runs with `width` numbers at most. */
export function blockOf(runs: number, shards: number, width: number): number {
  return Math.max(1, Math.min(Math.floor(runs / (shards * fewestBlocks)), Math.floor(mostBytes / (8 * width))));
}

/** Returns which shard holds a run. */
export function shardOf({ shards, block = 1 }: Shares, run: number): number {
  return Math.floor(run / block) % shards;
}

/** Returns how many of the runs before `run` a shard holds: the row in which the first from there on stands. */
export function rowOf({ shards, block = 1 }: Shares, index: number, run: number): number {
  const round = block * shards;
  const into = (run % round) - index * block;
  return Math.floor(run / round) * block + Math.min(block, Math.max(0, into));
}

/** Returns how many runs a shard holds. */
export function runsOfShard(shares: Shares, index: number): number {
  return rowOf(shares, index, shares.runs);
}

/** Says in words which runs a shard holds. */
export function sharesWords({ shards, block = 1 }: Shares): string {
  const each = block === 1 ? "runs" : `blocks of ${block} runs:`;
  return `shard i of 0 to ${shards - 1} holds ${each} i, i + ${shards}, i + ${2 * shards} and so on, counted from 0`;
}
