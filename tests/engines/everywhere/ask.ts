import type { WorkerLike } from "@uptake/study/evaluate";

/** Says what an engine is asked for; plain data, which every engine is given as JSON. */
export interface Ask {
  /** Names of pinned scenarios whose runs are made. */
  readonly runs: readonly string[];
  /** Kinds of pinned studies that are answered. */
  readonly studies: readonly string[];
  /** Whether WebAssembly, where the engine has it, is left to the model. */
  readonly compiled: boolean;
  /** Workers that make the runs; 0 for this thread alone. */
  readonly workers: number;
}

/** Holds what an engine answered. */
export interface Told {
  /** Whether the pass over teachers that was compiled to WebAssembly can run there. */
  readonly compiled: boolean;
  /** The checksum of each run and the whole answer of each study, as JSON, by the name of its pin. */
  readonly values: Readonly<Record<string, string>>;
}

/** What the file gives to the program that loads it, under the global name `uptakeEverywhere`. */
export interface Everywhere {
  /** Answers; `spawn` starts a worker that has loaded the file and called `work`. */
  readonly answer: (ask: Ask, spawn?: () => WorkerLike) => Promise<Told>;
  /** Has this worker make runs that it is sent. */
  readonly work: () => Promise<unknown>;
}
