/** Names what browsers, their workers and Node share beyond the language. */
export interface Platform {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  readonly performance: { now(): number };
}

/** Gives the platform's clock and timers. */
export const platform: Platform = globalThis as unknown as Platform;
