import type { Plan } from "@uptake/model";
import type { ChunkReply } from "../ensemble/chunk.ts";
import type { EvaluateReply, EvaluateRequest } from "../evaluate/chunk.ts";
import type { EvaluationJob, Outcome } from "../evaluate/evaluation.ts";
import type { ToldError } from "./told-error.ts";

/** Asks a worker for the rows of replicates `from` … `to` − 1 of a plan that it has been told. */
export interface RowsMessage extends Pick<EvaluateRequest, "job" | "plans" | "forget" | "seed"> {
  readonly kind: "rows";
  readonly plan: number;
  readonly from: number;
  readonly to: number;
}

/** Asks a worker for some evaluations. */
export interface EvaluateMessage extends EvaluateRequest {
  readonly kind: "evaluate";
}

/** Asks the worker that hosts questions for an answer. */
export interface AskMessage {
  readonly kind: "ask";
  readonly ask: number;
  readonly question: string;
  readonly input: unknown;
}

/** Tells it that nobody waits for an answer any more. */
export interface EndMessage {
  readonly kind: "end";
  readonly ask: number;
}

/** Tells it what some evaluations of a job of a question gave. */
export interface OutcomesMessage {
  readonly kind: "outcomes";
  readonly run: number;
  readonly outcomes: readonly (readonly [evaluation: number, outcome: Outcome])[];
}

/** Tells it that a job of a question has all its outcomes, or why it ended. */
export interface RanMessage {
  readonly kind: "ran";
  readonly run: number;
  readonly error?: ToldError;
}

/** Holds what a worker is told. */
export type ToWorker = RowsMessage | EvaluateMessage | AskMessage | EndMessage | OutcomesMessage | RanMessage;

/** Holds what a worker that hosts questions tells. */
export type FromHost =
  | { readonly kind: "run"; readonly ask: number; readonly run: number; readonly job: EvaluationJob }
  | { readonly kind: "endRun"; readonly run: number }
  | { readonly kind: "progress"; readonly ask: number; readonly done: number; readonly total: number }
  | { readonly kind: "partial"; readonly ask: number; readonly partial: unknown }
  | { readonly kind: "answer"; readonly ask: number; readonly answer: unknown }
  | { readonly kind: "failure"; readonly ask: number; readonly error: ToldError };

/** Holds what a worker tells. */
export type FromWorker = ChunkReply | EvaluateReply | FromHost;

/** Names plans that a worker remembers by number. */
export type ToldPlans = Map<number, Plan>;
