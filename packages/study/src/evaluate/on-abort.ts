import type { Signal } from "./evaluation.ts";

/** Hears why a signal is aborted: at once where it is, else when it is. Returns what ends the hearing. */
export function onAbort(signal: Signal | undefined, hear: (reason: unknown) => void): () => void {
  const abort = (): void => {
    try {
      signal?.throwIfAborted();
    } catch (reason) {
      hear(reason);
    }
  };
  signal?.addEventListener?.("abort", abort);
  abort();
  return () => signal?.removeEventListener?.("abort", abort);
}
