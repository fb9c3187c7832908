/**
 * Makes the runs of studies: in this thread, in workers, or from a journal that was kept.
 *
 * @module
 */
export type { WorkerLike } from "../workers/crew.ts";
export {
  type EvaluatedEnsembles,
  type EvaluateEnsemblesOptions,
  evaluateEnsembles,
} from "./evaluate-ensembles.ts";
export { evaluateHere } from "./evaluate-here.ts";
export type { PoolOptions } from "./evaluate-in-workers.ts";
export { evaluateInWorkers, type WorkerPool, type WorkerPoolOptions } from "./evaluate-in-workers.ts";
export { evaluateWhereItPays, type WhereItPaysOptions } from "./evaluate-where-it-pays.ts";
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
  WholeRun,
} from "./evaluation.ts";
export { numbersOf } from "./evaluation.ts";
export { inTurns } from "./in-turns.ts";
export type { Journal } from "./journal.ts";
export { journaled } from "./journaled.ts";
export type { KeepWholeOptions } from "./keep-whole-runs.ts";
export { type KeptRuns, keepWholeRuns } from "./keep-whole-runs.ts";
export { placeInWhole } from "./place-in-whole.ts";
export { type WorkAhead, workAhead } from "./run-time.ts";
export type { FailedRun, WholeRuns } from "./whole-runs.ts";
