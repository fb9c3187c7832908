import type { Means } from "./question.ts";
import type * as registry from "./registry.ts";

/** Holds the questions that can be asked. */
export type Questions = typeof registry;

/** Names a question. */
export type QuestionName = keyof Questions;

/** Says what a question is asked with. */
export type InputOf<Name extends QuestionName> = Parameters<Questions[Name]>[0];

/** Says what a question is answered with. */
export type AnswerOf<Name extends QuestionName> = Awaited<ReturnType<Questions[Name]>>;

/** Says what is heard of a question while it is being answered. */
export type PartialOf<Name extends QuestionName> =
  Parameters<Questions[Name]>[1] extends Means<infer Partial> ? Partial : never;
