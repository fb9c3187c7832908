import type { Evaluate, Signal } from "../evaluate/evaluation.ts";

/** Gives a question what it answers with. */
export interface Means<Partial> {
  /** Makes runs, on however many threads there are. */
  readonly evaluate: Evaluate;
  /** Is aborted when nobody waits for the answer any more. */
  readonly signal: Signal;
  /** Hears how many runs are done, of how many. */
  readonly onProgress: (done: number, total: number) => void;
  /** Hears an answer that holds as far as it goes, and is replaced by those that follow. */
  readonly onPartial: (partial: Partial) => void;
}

/** Answers an input with plain data; both can be told from one thread to another. */
export type Question<Input, Answer, Partial = Answer> = (input: Input, means: Means<Partial>) => Promise<Answer>;
