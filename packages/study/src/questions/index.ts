export { answerTo } from "./answer-to.ts";
export type { BottlenecksInput, ToldBottlenecks } from "./bottlenecks-of.ts";
export type { ComparePlansInput, PlansCompared } from "./compare-plans.ts";
export type { ComparedPlan } from "./compared-plan.ts";
export type { PlanPair } from "./plan-pairs.ts";
export type { Means, Question } from "./question.ts";
export type { AnswerOf, InputOf, PartialOf, QuestionName, Questions } from "./questions.ts";
export type { SweepInput, SweptMap } from "./sweep-of-two.ts";
