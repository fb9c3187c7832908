// Asks each lesson's question where its sliders stand at first, so that the page reads without waiting.

import type { LessonTold } from "@uptake/study/questions";
import { inputOf, places, printOf } from "../pages/lessons/trial.js";
import { lessons } from "../pages/lessons/trials.js";
import { answerHere } from "./answer-here.js";

const stored: Record<string, Record<string, { readonly print: string; readonly told: LessonTold }>> = {};
for (const lesson of lessons) {
  const answers: (typeof stored)[string] = {};
  for (const place of places) {
    const input = inputOf(lesson, place);
    answers[place] = { print: printOf(input), told: await answerHere("lesson", input) };
  }
  stored[lesson.name] = answers;
}
const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" ? Number(value.toPrecision(6)) : value;
process.stdout.write(JSON.stringify(stored, rounded));
