/** Names what browsers, their workers and Node share beyond the language. */
export interface Platform {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  readonly performance: { now(): number };
  /** Writes a text of characters below 256 as base64, and reads it back. */
  btoa(bytes: string): string;
  atob(text: string): string;
}

/** Gives the platform's clock, timers and base64. */
export const platform: Platform = globalThis as unknown as Platform;
