export { answerTo } from "./answer-to.ts";
export type { BottlenecksInput, ToldBottlenecks } from "./bottlenecks-of.ts";
export type { Means, Question } from "./question.ts";
export type { AnswerOf, InputOf, PartialOf, QuestionName, Questions } from "./questions.ts";
export type { SweepInput, SweptMap } from "./sweep-of-two.ts";
export type { Breaks, BreaksInput } from "./what-breaks.ts";
