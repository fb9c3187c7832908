import type { Plan } from "@uptake/model";
import { checkReplicates, type Ensemble } from "../ensemble/ensemble.ts";
import type { Evaluate, Signal } from "../evaluate/evaluation.ts";
import { onAbort } from "../evaluate/on-abort.ts";
import type { AnswerOf, InputOf, PartialOf, QuestionName } from "../questions/questions.ts";
import type { WorkerLike } from "../workers/crew.ts";
import { spawned } from "../workers/spawned.ts";
import { Curve, type CurveListeners } from "./curve.ts";
import type { CurveRequest } from "./curve-update.ts";
import { Dispatch } from "./dispatch.ts";
import { EnsemblesJob } from "./ensembles-job.ts";
import { KeptRows } from "./kept-rows.ts";
import type { Priority } from "./priority.ts";
import { type AskOptions, QuestionHost } from "./question-host.ts";

/** Sets up the service. */
export interface ServiceOptions {
  /** Makes a worker that runs `@uptake/study/service-worker`. */
  readonly spawn: () => WorkerLike;
  /** Number of workers that make runs, at least 1 (default 1); questions are answered by one more. */
  readonly workers?: number;
  /** Milliseconds without a reply after which a worker counts as dead (default 30,000). */
  readonly silence?: number;
}

/** Asks for an ensemble. */
export interface EnsembleRequest {
  /** The plan. */
  readonly plan: Plan;
  /** Number of replicates, 1 … 100,000 (default 100). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Says how urgent a job is, who hears of it and what ends it. */
export interface JobOptions {
  /** Default `pinned`. */
  readonly priority?: Priority;
  /** Ends the job when aborted: it then rejects with the signal's reason; what was run is kept for the next. */
  readonly signal?: Signal;
  /** Hears how many replicates are done, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Makes all runs of a tab on one crew of workers, the most urgent first: the curve under the finger, pinned plans, studies.
 * The numbers are those of `ensemble` and `evaluateHere`, bit for bit, whatever the number of workers, their speed or
 * deaths, and whatever else is asked meanwhile.
 */
export class SimulationService {
  readonly #dispatch: Dispatch;
  readonly #host: QuestionHost;
  readonly #kept = new KeptRows();

  /** Starts the workers, so that they load while nothing is asked yet. */
  constructor({ spawn: start, workers = 1, silence = 30_000 }: ServiceOptions) {
    const spawn = (): WorkerLike => spawned(start);
    this.#dispatch = new Dispatch({ spawn, workers, silence });
    this.#host = new QuestionHost({
      spawn,
      queue: this.#dispatch.evaluations("study"),
      onJob: () => this.#dispatch.feed(),
    });
  }

  /** Opens a channel of which only the latest request counts, as from a slider. */
  curve<Request extends CurveRequest = CurveRequest>(listeners: CurveListeners<Request>): Curve<Request> {
    return new Curve<Request>(this.#dispatch, this.#kept, listeners);
  }

  /**
   * Runs plans and gives an ensemble of each, in their order; rows that are kept are not run again.
   *
   * @throws InputError (as a rejection) when an option is out of range.
   */
  async ensembles(
    requests: readonly EnsembleRequest[],
    { priority = "pinned", signal, onProgress = () => undefined }: JobOptions = {},
  ): Promise<Ensemble[]> {
    signal?.throwIfAborted();
    const wanted = requests.map(({ plan, replicates: total = 100, seed = "uptake" }) => {
      checkReplicates(total, seed, 0);
      return { plan, total, rows: this.#kept.of(plan, seed) };
    });
    let unheard = (): void => undefined;
    let job: EnsemblesJob | undefined;
    try {
      return await new Promise<Ensemble[]>((onEnsembles, onError) => {
        job = new EnsemblesJob(wanted, { onProgress, onEnsembles, onError });
        unheard = onAbort(signal, onError);
        this.#dispatch.add(priority, job);
        job.heard();
      });
    } finally {
      unheard();
      if (job) this.#dispatch.drop(job);
    }
  }

  /** Returns what makes the runs of an analysis on the crew. */
  evaluate(priority: Priority): Evaluate {
    return (job, options = {}) => {
      const { results } = this.#dispatch.evaluations(priority).add(job, options);
      this.#dispatch.feed();
      return results;
    };
  }

  /**
   * Asks a question of the registry. It is answered off this thread, and its runs are made by the crew.
   *
   * @throws InputError (as a rejection) where the question refuses its input.
   */
  ask<Name extends QuestionName>(
    question: Name,
    input: InputOf<Name>,
    options: AskOptions<PartialOf<Name>> = {},
  ): Promise<AnswerOf<Name>> {
    return this.#host.ask(question, input, options as AskOptions<unknown>) as Promise<AnswerOf<Name>>;
  }

  /** Ends all workers; what is not finished is rejected. */
  dispose(): void {
    const error = new Error("the simulation service was ended");
    this.#host.dispose(error);
    this.#dispatch.dispose(error);
    this.#kept.clear();
  }
}
