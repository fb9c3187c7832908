/**
 * Answers the questions of the pages with plain data, in parts that hold as far as they go.
 *
 * @module
 */
export { answerTo } from "./answer-to.ts";
export type { BeliefBar, BeliefEnd } from "./belief-bars.ts";
export type { BeliefsInput, BeliefsTold } from "./beliefs-side-by-side.ts";
export type { BottlenecksInput, ToldBottlenecks } from "./bottlenecks-of.ts";
export type { ComparePlansInput, PlansCompared } from "./compare-plans.ts";
export type { ComparedPlan } from "./compared-plan.ts";
export type { Deciding, DecidingInput } from "./deciding-belief.ts";
export type { DecidingNumbers, DecidingNumbersInput } from "./deciding-numbers.ts";
export type { Film, FilmInput, FilmSchool, RunName } from "./film.ts";
export type { FitInput, FittedSurveys } from "./fit-surveys.ts";
export type { LessonInput, LessonPlan, LessonTold } from "./lesson.ts";
export type { Wedges, WedgesInput } from "./lever-wedges.ts";
export type { PlanPair } from "./plan-pairs.ts";
export type { Means, Question } from "./question.ts";
export type { AnswerOf, InputOf, PartialOf, QuestionName, Questions } from "./questions.ts";
export type { Standing } from "./rank-runs.ts";
export type { FileInput, FileRead } from "./read-file.ts";
export type { DistrictSummary, RosterFileRead, RosterHow } from "./read-roster-file.ts";
export type { RepeatedRun, RunToRepeat } from "./repeat-run.ts";
export type { StoryInput } from "./story.ts";
export type { SweepInput, SweptMap } from "./sweep-of-two.ts";
export type { EvenChance } from "./take/even-chance.ts";
export type { TakeAnswer, TakePlan } from "./take/take-answer.ts";
export type { TakeInput } from "./take/take-input.ts";
export type { WhereItWorks } from "./take/where-it-works.ts";
export type { VarianceInput, VarianceSources } from "./variance-sources.ts";
export type { Breaks, BreaksInput } from "./what-breaks.ts";
