import type { Ask, Told } from "./ask.ts";

/** Holds an engine that has been started. */
export interface Started {
  readonly version: string;
  /** Answers from the script, loaded afresh. */
  readonly ask: (ask: Ask) => Promise<Told>;
  /** Runs the `uptake` command with some words in a folder, in an engine that has what the command line needs. */
  readonly uptake?: (words: readonly string[], folder: string) => Promise<string>;
  readonly end: () => Promise<void>;
}

/** Names an engine that the script is run in. */
export interface Engine {
  readonly name: string;
  /** Says what a machine must have of it, as in `Debian's package chromium`. */
  readonly needs: string;
  /** Whether it starts workers. */
  readonly workers: boolean;
  /** Starts it on the files in a folder; undefined where the machine has none. */
  readonly start: (folder: string) => Promise<Started | undefined>;
}
