import { Outcomes } from "../evaluate/collected-results.ts";
import type { Evaluate, EvaluationResults } from "../evaluate/evaluation.ts";
import { onAbort } from "../evaluate/on-abort.ts";
import { answerTo } from "../questions/answer-to.ts";
import { type AbortSwitch, platform } from "../workers/platform.ts";
import type { AskMessage, EndMessage, FromHost, OutcomesMessage, RanMessage } from "./messages.ts";
import { errorOf, toldError } from "./told-error.ts";

/** Milliseconds between two messages of progress. */
const tellMs = 50;

/** Passes progress on, at once where all is done and else not too often. */
function seldom(tell: (done: number, total: number) => void): (done: number, total: number) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = platform.performance.now();
    if (done < total && now - told < tellMs) return;
    told = now;
    tell(done, total);
  };
}

/** Holds a job of a question that is run elsewhere. */
interface Run {
  readonly outcomes: Outcomes;
  readonly settle: (error?: unknown) => void;
}

/** Answers questions in this thread; the runs they ask for are made elsewhere, by whoever started this one. */
export class Answering {
  readonly #tell: (message: FromHost) => void;
  readonly #asked = new Map<number, AbortSwitch>();
  readonly #runs = new Map<number, Run>();
  #number = 0;

  constructor(tell: (message: FromHost) => void) {
    this.#tell = tell;
  }

  /** Takes a message: a question, the end of one, or what became of its runs. */
  hear(message: AskMessage | EndMessage | OutcomesMessage | RanMessage): void {
    if (message.kind === "ask") void this.#answer(message);
    else if (message.kind === "end") this.#asked.get(message.ask)?.abort(new Error("nobody waits for the answer"));
    else if (message.kind === "outcomes") this.#keep(message);
    else this.#runs.get(message.run)?.settle(message.error && errorOf(message.error));
  }

  async #answer({ ask, question, input }: AskMessage): Promise<void> {
    const end = new platform.AbortController();
    this.#asked.set(ask, end);
    try {
      const answer = await answerTo(question, input, {
        evaluate: this.#evaluateFor(ask),
        signal: end.signal,
        onProgress: seldom((done, total) => this.#tell({ kind: "progress", ask, done, total })),
        onPartial: (partial) => this.#tell({ kind: "partial", ask, partial }),
      });
      this.#tell({ kind: "answer", ask, answer });
    } catch (thrown) {
      this.#tell({ kind: "failure", ask, error: toldError(thrown) });
    } finally {
      this.#asked.delete(ask);
    }
  }

  #evaluateFor(ask: number): Evaluate {
    return (job, { signal, ...listeners } = {}) =>
      new Promise<EvaluationResults>((resolve, reject) => {
        signal?.throwIfAborted();
        const outcomes = new Outcomes(job, listeners);
        const run = ++this.#number;
        const unheard = onAbort(signal, (reason) => {
          this.#tell({ kind: "endRun", run });
          settle(reason);
        });
        const settle = (error?: unknown): void => {
          this.#runs.delete(run);
          unheard();
          if (error === undefined) resolve(outcomes.results());
          else reject(error);
        };
        this.#runs.set(run, { outcomes, settle });
        this.#tell({ kind: "run", ask, run, job });
      });
  }

  /** Keeps outcomes; what a listener throws ends its job and no other. */
  #keep({ run: number, outcomes }: OutcomesMessage): void {
    const run = this.#runs.get(number);
    try {
      for (const [evaluation, outcome] of outcomes) run?.outcomes.keep(evaluation, outcome);
    } catch (thrown) {
      this.#tell({ kind: "endRun", run: number });
      run?.settle(thrown);
    }
  }
}
