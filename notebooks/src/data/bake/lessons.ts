import { pairedBars } from "@uptake/charts";
import { linkOf, startScenario } from "@uptake/study/link";
import { element } from "../../kit/element.js";
import type { StoredAnswers } from "../../pages/lessons/asking.js";
import { lessonSection, networksSection, pageHead, placeSection } from "../../pages/lessons/lesson-words.js";
import { networkCards } from "../../pages/lessons/networks.js";
import { barsOf, factsOf, type LessonAnswers, verdictOf } from "../../pages/lessons/told.js";
import { inputOf, type Lesson, movable, places, printOf } from "../../pages/lessons/trial.js";
import { lessons } from "../../pages/lessons/trials.js";
import { words } from "../../words/kit.js";
import type { Site } from "../first.js";

/** Returns the answers of a lesson. @throws Error where one is to another question than the page asks. */
function answersOf(lesson: Lesson, stored: StoredAnswers = {}): LessonAnswers {
  return Object.fromEntries(
    places.map((place) => {
      const kept = stored[place];
      if (kept?.print !== printOf(inputOf(lesson, place)))
        throw new Error(`the answer of lesson ${lesson.name}, ${place}, is to another question`);
      return [place, kept.told];
    }),
  );
}

function tried(lesson: Lesson, number: number, stored: StoredAnswers | undefined): HTMLElement {
  const answers = answersOf(lesson, stored);
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
export function story({ loaded }: Site): HTMLElement[] {
  const stored = loaded<Readonly<Record<string, StoredAnswers>>>("lessons");
  const { district } = startScenario;
  return [
    ...pageHead(lessons.map(({ name }) => name)),
    element("noscript", {}, words.site.noScript),
    ...lessons.map((lesson, i) => tried(lesson, i + 1, stored[lesson.name])),
    networksSection(
      networkCards((strategy, place) => ({ query: linkOf({ scenario: { district: place ?? district, strategy } }) })),
    ),
  ];
}
