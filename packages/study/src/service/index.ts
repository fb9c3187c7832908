/**
 * Keeps runs going behind a page: curves that are drawn while they are made, and questions.
 *
 * @module
 */
export type { AnswerOf, InputOf, PartialOf, QuestionName } from "../questions/questions.ts";
export type { WorkerLike } from "../workers/crew.ts";
export type { Curve, CurveListeners } from "./curve.ts";
export type { CommonUpdate, CurveRequest, CurveUpdate, Finished, Sketch } from "./curve-update.ts";
export type { RowsJob, RowsTask } from "./dispatch.ts";
export { type Priority, priorities } from "./priority.ts";
export type { AskOptions } from "./question-host.ts";
export { type EnsembleRequest, type JobOptions, type ServiceOptions, SimulationService } from "./simulation-service.ts";
