import { pairedBars } from "@uptake/charts";
import { linkOf, startScenario } from "@uptake/study/link";
import { element } from "../../kit/element.js";
import type { FirstAnswers } from "../../pages/lessons/asked.js";
import { lessonSection, networksSection, pageHead, placeSection } from "../../pages/lessons/lesson-words.js";
import { networkCards } from "../../pages/lessons/networks.js";
import { barsOf, factsOf, type LessonAnswers, verdictOf } from "../../pages/lessons/told.js";
import { type Lesson, movable } from "../../pages/lessons/trial.js";
import { lessons } from "../../pages/lessons/trials.js";
import { lessonsWords as say } from "../../words/lessons.js";
import type { Site } from "../first.js";

function tried(lesson: Lesson, number: number, answers: LessonAnswers): HTMLElement {
  const [verdict, rest] = verdictOf(answers)!;
  const { element: figure } = pairedBars(barsOf(answers)!, { document, width: 860, caption: true });
  return lessonSection(
    lesson.name,
    number,
    element("p", { class: "lesson-answer" }, element("em", {}, verdict), ` ${rest}`),
    element("div", { class: "chart" }, figure),
    element(
      "div",
      { class: "lesson-places" },
      ...movable.map((place) =>
        placeSection(lesson.name, place, element("p", { class: "caption" }, factsOf(answers[place]!))),
      ),
    ),
  );
}

/** Makes the whole story of the page, as it stands before any script runs: `document` is where elements are made. */
export function story({ answer }: Site): HTMLElement[] {
  const answers = answer<FirstAnswers>("lessons");
  const { district } = startScenario;
  return [
    ...pageHead(lessons.map(({ name }) => name)),
    element("noscript", {}, say.noScript),
    ...lessons.map((lesson, i) => tried(lesson, i + 1, answers[lesson.name] ?? {})),
    networksSection(
      networkCards((strategy, place) => ({ query: linkOf({ scenario: { district: place ?? district, strategy } }) })),
    ),
  ];
}
