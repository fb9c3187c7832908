import type { LessonInput, LessonTold } from "@uptake/study/questions";
import { inputOf, type Place, places } from "./trial.js";
import { lessons } from "./trials.js";

/** Holds something of each place that a lesson is tried in, by lesson. */
export type ByLesson<Held> = Readonly<Record<string, Readonly<Record<Place, Held>>>>;

/** Answers to where all sliders stand at first, as the site is built with them. */
export type FirstAnswers = ByLesson<LessonTold>;

/** Returns what is asked where all sliders stand at first. */
export function firstAsked(): ByLesson<LessonInput> {
  const ofLesson = (lesson: (typeof lessons)[number]) =>
    Object.fromEntries(places.map((place) => [place, inputOf(lesson, place)])) as Record<Place, LessonInput>;
  return Object.fromEntries(lessons.map((lesson) => [lesson.name, ofLesson(lesson)]));
}
