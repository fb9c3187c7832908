/** Milliseconds of work in a chunk: well above what a message costs, and well below what anybody waits for. */
const usualMs = 50;

/** Milliseconds up to which a chunk is made longer so that it ends where a replicate does. */
const mostMs = 500;

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
}

/**
 * Says where the next chunk ends: by what runs cost, small enough at the end that no thread is left with most of the work,
 * and where a replicate ends if one does near there, since the runs of a replicate share what they start from.
 */
export function chunkEnd({ replicateAt, from, length, hands, cost }: Handing): number {
  const share = Math.ceil((length - from) / (2 * hands));
  const size = (ms: number): number => Math.max(1, Math.min(Math.floor(ms / cost), share));
  const end = from + size(usualMs);
  const last = Math.min(length, from + size(mostMs));
  for (let i = end; i <= last; i++) if (i === length || replicateAt(i) !== replicateAt(i - 1)) return i;
  for (let i = end - 1; i > from; i--) if (replicateAt(i) !== replicateAt(i - 1)) return i;
  return end;
}
