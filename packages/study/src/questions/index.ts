export { answerTo } from "./answer-to.ts";
export type { Means, Question } from "./question.ts";
export type { AnswerOf, InputOf, PartialOf, QuestionName, Questions } from "./questions.ts";
export type { SweepInput, SweptMap } from "./sweep-of-two.ts";
export type { EvenChance } from "./take/even-chance.ts";
export type { TakeAnswer, TakePlan } from "./take/take-answer.ts";
export type { TakeInput } from "./take/take-input.ts";
export type { WhereItWorks } from "./take/where-it-works.ts";
