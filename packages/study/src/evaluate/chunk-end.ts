/** Holds milliseconds of work in a chunk. */
export interface ChunkLength {
  /** What it takes: well above what a message costs, and well below what anybody waits for. */
  readonly usual: number;
  /** Up to what it is made longer so that it ends where a replicate does. */
  readonly most: number;
}

/** Says how long chunks are where nobody waits for a worker. */
export const usualLength: ChunkLength = { usual: 50, most: 500 };

/** Says what there is to hand out, in the order in which it is. */
export interface Handing {
  /** Returns the replicate of the `i`-th evaluation. */
  readonly replicateAt: (i: number) => number;
  /** Place of the first that nobody works on, and how many there are in all. */
  readonly from: number;
  readonly length: number;
  /** Threads that share them, at least 1. */
  readonly hands: number;
  /** Milliseconds that one takes. */
  readonly cost: number;
  /** How long a chunk is (default {@link usualLength}). */
  readonly lasting?: ChunkLength;
}

/**
 * Says where the next chunk ends: by what runs cost, small enough at the end that no thread is left with most of the work,
 * and where a replicate ends if one does near there, since the runs of a replicate share what they start from.
 */
export function chunkEnd({ replicateAt, from, length, hands, cost, lasting = usualLength }: Handing): number {
  const share = Math.ceil((length - from) / (2 * hands));
  const size = (ms: number): number => Math.max(1, Math.min(Math.floor(ms / cost), share));
  const end = from + size(lasting.usual);
  const last = Math.min(length, from + size(lasting.most));
  for (let i = end; i <= last; i++) if (i === length || replicateAt(i) !== replicateAt(i - 1)) return i;
  for (let i = end - 1; i > from; i--) if (replicateAt(i) !== replicateAt(i - 1)) return i;
  return end;
}
