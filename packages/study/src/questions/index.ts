export { answerTo } from "./answer-to.ts";
export type { BottlenecksInput, ToldBottlenecks } from "./bottlenecks-of.ts";
export type { FitInput, FittedSurveys } from "./fit-surveys.ts";
export type { Means, Question } from "./question.ts";
export type { AnswerOf, InputOf, PartialOf, QuestionName, Questions } from "./questions.ts";
export type { FileInput, FileRead } from "./read-file.ts";
export type { DistrictSummary, RosterFileRead } from "./read-roster-file.ts";
export type { RepeatedRun, RunToRepeat } from "./repeat-run.ts";
export type { SweepInput, SweptMap } from "./sweep-of-two.ts";
