// The first answers of “Lessons and networks”: each lesson in each of its places, where the sliders stand at first.

import type { LessonInput } from "@uptake/study/questions";
import { firstAsked } from "../../pages/lessons/asked.js";
import { answerHere } from "../answer-here.js";
import type { Batch } from "../batch.js";
import { rounded } from "../rounded.js";

const asked = firstAsked();

/** Answers the places of one lesson. */
async function told(places: Readonly<Record<string, LessonInput>>): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [place, input] of Object.entries(places)) answers[place] = await answerHere("lesson", input);
  return answers;
}

export const batches: readonly Batch[] = [
  {
    asked: { lessons: asked },
    async answer() {
      const answers: Record<string, unknown> = {};
      for (const [name, places] of Object.entries(asked)) answers[name] = await told(places);
      return { lessons: rounded(answers) };
    },
  },
];
