export { answerTo } from "./answer-to.ts";
export type { DecidingInput, DecidingNumbers } from "./deciding-numbers.ts";
export type { Means, Question } from "./question.ts";
export type { AnswerOf, InputOf, PartialOf, QuestionName, Questions } from "./questions.ts";
export type { SweepInput, SweptMap } from "./sweep-of-two.ts";
