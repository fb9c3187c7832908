/**
 * Tells the story of one teacher or one school through one run.
 *
 * @module
 */
export { explainSchool } from "./explain-school.ts";
export { explainTeacher } from "./explain-teacher.ts";
export type { Post } from "./find-post.ts";
export { findSchool, findTeacher } from "./find-post.ts";
export { type MostChanged, mostChanged } from "./most-changed.ts";
export type { Story, StoryEvent } from "./story.ts";
export type { WhichRun } from "./watch.ts";
