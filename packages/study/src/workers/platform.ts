/** Names what browsers, their workers and Node share beyond the language. */
export interface Platform {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  /** Runs what is given after messages that are there, without the wait of a timer; where it is there, as in Node. */
  readonly setImmediate?: (run: () => void) => unknown;
  readonly performance: { now(): number };
  readonly TextDecoder: new (
    label: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252",
    options: { readonly fatal: true },
  ) => { decode(bytes: Uint8Array): string };
  readonly AbortController: new () => AbortSwitch;
  /** Writes a text of characters below 256 as base64, and reads it back. */
  btoa(bytes: string): string;
  atob(text: string): string;
  /** Does the same many times faster, where it is there, as in Node. */
  readonly Buffer?: {
    from(bytes: ArrayBuffer): { toString(encoding: "base64"): string };
  };
}

/** Names what is needed of an `AbortController`. */
export interface AbortSwitch {
  readonly signal: {
    readonly aborted: boolean;
    throwIfAborted(): void;
    addEventListener(type: "abort", listener: () => void): void;
    removeEventListener(type: "abort", listener: () => void): void;
  };
  abort(reason?: unknown): void;
}

/** Gives the platform's clock, timers and base64. */
export const platform: Platform = globalThis as unknown as Platform;
