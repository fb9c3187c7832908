import { InputError, prepare, type ScenarioInput, scenario } from "@uptake/model";
import { explainSchool } from "../explain/explain-school.ts";
import { explainTeacher } from "../explain/explain-teacher.ts";
import type { Story } from "../explain/story.ts";
import type { Question } from "./question.ts";

/** Asks for the story of a teacher or of a school through one run. */
export interface StoryInput {
  /** The plan. */
  readonly scenario: ScenarioInput;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Number of the run, from 0 (default 0). */
  readonly replicate?: number;
  /** Number of the teacher, as in `teachers.csv`; or else a school. */
  readonly teacher?: number;
  /** Id or name of the school. */
  readonly school?: string;
}

/**
 * Tells what happened to one teacher's post, or to one school, as `uptake explain` does.
 *
 * @throws InputError with everything wrong in the scenario, when there is no such teacher, school or run, and when not
 * exactly one of teacher and school is asked for.
 */
export const story: Question<StoryInput, Story> = async ({ scenario: input, teacher, school, ...which }) => {
  const plan = await prepare(scenario(input));
  if (teacher !== undefined && school === undefined) return explainTeacher(plan, teacher, which);
  if (school !== undefined && teacher === undefined) return explainSchool(plan, school, which);
  const message = teacher === undefined ? "nobody is asked for" : "a teacher and a school are asked for at once";
  throw new InputError([{ code: "one-of", path: "teacher", message, allowed: "a teacher, or a school" }]);
};
