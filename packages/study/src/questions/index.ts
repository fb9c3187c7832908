export { answerTo } from "./answer-to.ts";
export type { BeliefBar, BeliefEnd } from "./belief-bars.ts";
export type { BeliefsInput, BeliefsTold } from "./beliefs-side-by-side.ts";
export type { Deciding, DecidingInput } from "./deciding-belief.ts";
export type { Wedges, WedgesInput } from "./lever-wedges.ts";
export type { Means, Question } from "./question.ts";
export type { AnswerOf, InputOf, PartialOf, QuestionName, Questions } from "./questions.ts";
export type { SweepInput, SweptMap } from "./sweep-of-two.ts";
export type { VarianceInput, VarianceSources } from "./variance-sources.ts";
