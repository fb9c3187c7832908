export type { WorkerLike } from "../workers/crew.ts";
export { evaluateHere } from "./evaluate-here.ts";
export { evaluateInWorkers, type WorkerPool, type WorkerPoolOptions } from "./evaluate-in-workers.ts";
export type {
  Evaluate,
  EvaluateOptions,
  Evaluation,
  EvaluationFailure,
  EvaluationJob,
  EvaluationResults,
  Failed,
  Outcome,
  Signal,
  Statistic,
} from "./evaluation.ts";
export type { Journal } from "./journal.ts";
export { journaled } from "./journaled.ts";
export { type WorkAhead, workAhead } from "./run-time.ts";
