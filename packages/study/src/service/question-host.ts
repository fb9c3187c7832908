import type { Outcome, Signal } from "../evaluate/evaluation.ts";
import type { EvaluationQueue } from "../evaluate/evaluation-queue.ts";
import { onAbort } from "../evaluate/on-abort.ts";
import type { WorkerLike } from "../workers/crew.ts";
import { type AbortSwitch, platform } from "../workers/platform.ts";
import type { FromHost, ToWorker } from "./messages.ts";
import { errorOf, toldError } from "./told-error.ts";

/** Says who hears of a question, and what ends it. */
export interface AskOptions<Partial> {
  /** Ends the question when aborted. */
  readonly signal?: Signal;
  /** Hears how many runs are done, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Hears answers that hold as far as they go. */
  readonly onPartial?: (partial: Partial) => void;
}

interface Asked {
  readonly question: string;
  readonly input: unknown;
  readonly options: AskOptions<unknown>;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (thrown: unknown) => void;
}

/** Sets up the worker that hosts questions. */
export interface QuestionHostOptions {
  readonly spawn: () => WorkerLike;
  /** Takes the jobs of questions. */
  readonly queue: EvaluationQueue;
  /** Hears that the queue has more. */
  readonly onJob: () => void;
}

/** Times that the worker may die at questions before they fail. */
const deathsEach = 3;

/** Has questions answered by one worker, off this thread; their runs are made by the crew. Starts it at the first question. */
export class QuestionHost {
  readonly #options: QuestionHostOptions;
  readonly #asked = new Map<number, Asked>();
  /** What ends each job that the worker waits for. */
  readonly #runs = new Map<number, AbortSwitch>();
  #worker: WorkerLike | undefined;
  #number = 0;
  #deaths = 0;

  constructor(options: QuestionHostOptions) {
    this.#options = options;
  }

  /** Asks a question. Rejects with the signal's reason when that is aborted, and with what the question throws. */
  async ask(question: string, input: unknown, options: AskOptions<unknown>): Promise<unknown> {
    const { signal } = options;
    signal?.throwIfAborted();
    const ask = ++this.#number;
    const unheard = onAbort(signal, (reason) => {
      this.#worker?.postMessage({ kind: "end", ask } satisfies ToWorker);
      this.#asked.get(ask)?.reject(reason);
    });
    try {
      return await new Promise<unknown>((resolve, reject) => {
        this.#asked.set(ask, { question, input, options, resolve, reject });
        this.#post({ kind: "ask", ask, question, input });
      });
    } finally {
      this.#asked.delete(ask);
      unheard();
    }
  }

  /** Ends the worker; questions that are not answered reject with `error`. */
  dispose(error: Error): void {
    this.#dismiss(error);
    for (const { reject } of this.#asked.values()) reject(error);
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#hire();
    this.#worker.postMessage(message);
  }

  #hire(): WorkerLike {
    const worker = this.#options.spawn();
    const mine = (run: () => void): void => {
      if (this.#worker === worker) run();
    };
    worker.addEventListener("message", ({ data }) => mine(() => this.#hear(data as FromHost)));
    worker.addEventListener("error", ({ message }) => mine(() => this.#onDeath(String(message || "it ended"))));
    worker.addEventListener("messageerror", () => mine(() => this.#onDeath("its message could not be read")));
    return worker;
  }

  #dismiss(error: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const runs = [...this.#runs.values()];
    this.#runs.clear();
    for (const run of runs) run.abort(error);
  }

  /** Asks all over again of a new worker what the dead one owes. */
  #onDeath(cause: string): void {
    this.#dismiss(new Error("the worker that asked died"));
    this.#deaths++;
    if (this.#deaths < deathsEach) {
      for (const [ask, { question, input }] of this.#asked) this.#post({ kind: "ask", ask, question, input });
      return;
    }
    this.#deaths = 0;
    for (const { reject } of this.#asked.values()) reject(new Error(`the worker died ${deathsEach} times: ${cause}`));
  }

  #hear(message: FromHost): void {
    if (message.kind === "run") void this.#run(message);
    else if (message.kind === "endRun") this.#runs.get(message.run)?.abort(new Error("the question wants no more"));
    else {
      const asked = this.#asked.get(message.ask);
      if (message.kind === "answer") {
        this.#deaths = 0;
        asked?.resolve(message.answer);
      } else if (message.kind === "failure") asked?.reject(errorOf(message.error));
      else this.#tell(message, asked);
    }
  }

  /** Passes on what is heard on the way; what a listener throws ends its question and no other. */
  #tell(message: Extract<FromHost, { readonly kind: "progress" | "partial" }>, asked: Asked | undefined): void {
    try {
      if (message.kind === "progress") asked?.options.onProgress?.(message.done, message.total);
      else asked?.options.onPartial?.(message.partial);
    } catch (thrown) {
      this.#post({ kind: "end", ask: message.ask });
      asked?.reject(thrown);
    }
  }

  /** Has a job run by the crew, and tells the worker what comes of it, one message a chunk. */
  async #run({ run, job }: Extract<FromHost, { readonly kind: "run" }>): Promise<void> {
    const end = new platform.AbortController();
    this.#runs.set(run, end);
    let outcomes: (readonly [number, Outcome])[] = [];
    const flush = (): void => {
      if (outcomes.length > 0 && this.#runs.has(run)) this.#post({ kind: "outcomes", run, outcomes });
      outcomes = [];
    };
    const onOutcome = (evaluation: number, outcome: Outcome): void => {
      if (outcomes.length === 0) void Promise.resolve().then(flush);
      // Copied, since it is a window on the numbers of the whole chunk, all of which would be sent with it.
      outcomes.push([evaluation, "values" in outcome ? { ...outcome, values: outcome.values.slice() } : outcome]);
    };
    try {
      const { results } = this.#options.queue.add(job, { signal: end.signal, onOutcome });
      this.#options.onJob();
      await results;
      flush();
      if (this.#runs.has(run)) this.#post({ kind: "ran", run });
    } catch (thrown) {
      if (this.#runs.has(run)) this.#post({ kind: "ran", run, error: toldError(thrown) });
    } finally {
      this.#runs.delete(run);
    }
  }
}
