import { element } from "../../kit/element.js";
import { type LessonWords, lessonsWords as say } from "../../words/lessons.js";
import type { Movable } from "./trial.js";

/** Returns what is said of a lesson. @throws RangeError where nothing is. */
export function wordsOf(lesson: string): LessonWords {
  const found = say.lessons[lesson];
  if (!found) throw new RangeError(`no lesson is called “${lesson}”`);
  return found;
}

/** Makes the place of a lesson: its number, title, what the documents say, then `parts`. */
export function lessonSection(lesson: string, number: number, ...parts: readonly Node[]): HTMLElement {
  const { title, told } = wordsOf(lesson);
  return element(
    "section",
    { class: "lesson lesson-tried", id: `lesson-${number}` },
    element("p", { class: "lesson-number" }, say.number(number)),
    element("h2", {}, title),
    element("p", { class: "lesson-told" }, told),
    ...parts,
  );
}

/** Makes the words of a place that a lesson is tried in, then `parts`. */
export function placeSection(lesson: string, place: Movable, ...parts: readonly Node[]): HTMLElement {
  return element(
    "div",
    { class: `lesson-place lesson-${place}` },
    element("h3", {}, say.places[place]),
    element("p", {}, wordsOf(lesson)[place].where),
    ...parts,
  );
}

/** Makes the head of the page, with links to its lessons by name. */
export function pageHead(lessons: readonly string[]): HTMLElement[] {
  const links = [
    ...lessons.map((lesson, i) => [`#lesson-${i + 1}`, `${i + 1} ${wordsOf(lesson).short}`] as const),
    ["#networks", say.networks.short] as const,
  ];
  return [
    element("h1", {}, say.heading),
    element("p", { class: "answer" }, say.lead),
    element(
      "nav",
      { class: "contents", "aria-label": say.contents },
      ...links.map(([href, text]) => element("a", { href }, text)),
    ),
    element("p", {}, say.how),
  ];
}

/** Makes the place of networks and places, with their cards. */
export function networksSection(cards: Node): HTMLElement {
  const { heading, lead } = say.networks;
  return element(
    "section",
    { class: "lesson", id: "networks" },
    element("h2", {}, heading),
    element("p", { class: "lesson-told" }, lead),
    cards,
  );
}
