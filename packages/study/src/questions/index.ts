export { answerTo } from "./answer-to.ts";
export type { BottlenecksInput, ToldBottlenecks } from "./bottlenecks-of.ts";
export type { DecidingNumbers, DecidingNumbersInput } from "./deciding-numbers.ts";
export type { Film, FilmInput, FilmSchool, RunName } from "./film.ts";
export type { Means, Question } from "./question.ts";
export type { AnswerOf, InputOf, PartialOf, QuestionName, Questions } from "./questions.ts";
export type { Standing } from "./rank-runs.ts";
export type { StoryInput } from "./story.ts";
export type { SweepInput, SweptMap } from "./sweep-of-two.ts";
