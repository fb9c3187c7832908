import { pairedBars } from "@uptake/charts";
import { element } from "../../kit/element.js";
import { figureCard } from "../../kit/figure-card.js";
import { pageLink } from "../../kit/page-link.js";
import { type Slider, slider } from "../../kit/slider.js";
import { status } from "../../kit/status.js";
import { lessonsWords as say } from "../../words/lessons.js";
import { type Asking, asking } from "./asking.js";
import { lessonSection, placeSection, wordsOf } from "./lesson-words.js";
import { barsOf, factsOf, type LessonAnswers, sourceOf, tableOf, verdictOf } from "./told.js";
import { type Lesson, type Movable, movable } from "./trial.js";

/** Sets up a lesson to be tried. */
export interface ExplorableOptions {
  readonly lesson: Lesson;
  /** Number of the lesson, from 1. */
  readonly number: number;
  /** Answers to where the sliders stand at first, as the site was built with. */
  readonly stored: LessonAnswers;
  readonly version: string;
  /** Hears where a slider is moved to. */
  readonly onMove: (place: Movable, value: number, gesture: string) => void;
}

/** Holds a lesson to be tried. */
export interface Explorable {
  readonly root: HTMLElement;
  /** Sets both sliders, and asks for what is not known there. */
  set(values: Readonly<Record<Movable, number>>): void;
}

/** Makes a lesson: what the documents say, its figure, and a slider in the place where it wins and in that where it loses. */
export function explorable({ lesson, number, stored, version, onMove }: ExplorableOptions): Explorable {
  const { name } = lesson;
  const verdict = element("p", { class: "lesson-answer" });
  const work = status();
  const facts = { win: element("p", { class: "caption" }), loss: element("p", { class: "caption" }) };
  let at = "";

  const card = figureCard({
    name: `lesson-${name}`,
    title: () => say.figure(wordsOf(name).title),
    headed: false,
    ready: () => asked.whole(),
    draw(size) {
      const bars = barsOf(asked.sketch().answers);
      const made = bars && pairedBars(bars, size);
      if (!made || asked.whole()) return made;
      made.element.setAttribute("aria-label", say.sketch);
      return { ...made, sentence: say.sketch };
    },
    table: () => tableOf(asked.answers()),
    source: () => sourceOf(asked.answers(), version),
  });
  const tellFacts = (): void => {
    const answers = asked.answers();
    for (const place of movable) {
      const answer = answers[place];
      facts[place].textContent = answer ? factsOf(answer) : say.waiting;
    }
  };
  const draw = (moved: boolean): void => {
    const [first, rest] = verdictOf(asked.answers()) ?? ["", ""];
    verdict.classList.toggle("answer-stale", first === "");
    if (first !== "") verdict.replaceChildren(element("em", {}, first), ` ${rest}`);
    tellFacts();
    // What stands there from the first is not spoken: six figures at once would be.
    card.redraw(moved && asked.whole() ? at : undefined);
  };
  const asked: Asking = asking(lesson, stored, {
    onWait() {
      card.stale();
      verdict.classList.add("answer-stale");
      tellFacts();
    },
    onProgress: (done, total) => work.progress(done, total),
    onSketch() {
      card.redraw();
      // What is of where the slider stood a moment ago is shown as just that.
      if (asked.sketch().elsewhere) card.stale();
    },
    onAnswer() {
      work.notice([]);
      work.progress(1, 1);
      draw(true);
    },
    onError(error) {
      work.progress(1, 1);
      work.notice([say.failed(error.message)]);
    },
  });
  const knobs = {
    win: knobOf(lesson, "win", onMove),
    loss: knobOf(lesson, "loss", onMove),
  };
  return {
    root: lessonSection(
      name,
      number,
      verdict,
      card.root,
      work.root,
      element(
        "div",
        { class: "lesson-places" },
        ...movable.map((place) => placeSection(name, place, ...knobs[place].parts, facts[place])),
      ),
    ),
    set(values) {
      const now = movable.map((place) => `${place}=${values[place]}`).join(" ");
      if (now === at) return;
      const moved = at !== "";
      at = now;
      for (const place of movable) knobs[place].set(values[place]);
      if (asked.ask(values)) {
        work.notice([]);
        work.progress(1, 1);
        draw(moved);
      }
    },
  };
}

/** Makes the slider of a place, in the numbers that the reader thinks in, and a link to what is believed of it. */
function knobOf(
  { name, knobs }: Lesson,
  place: Movable,
  onMove: ExplorableOptions["onMove"],
): { readonly parts: readonly Node[]; set(value: number): void } {
  const { from, to, step, usual, belief } = knobs[place];
  const { label, help, value } = wordsOf(name)[place];
  const exact = (number: number): number => Number(number.toFixed(3));
  const knob: Slider = slider({
    ...{ name: `${name}-${place}`, label, help, max: exact(to - from), step, statusQuo: exact(usual - from) },
    format: (moved) => value(exact(moved + from)),
    onInput: (moved, gesture) => onMove(place, exact(moved + from), gesture),
  });
  const source = element("p", { class: "lesson-source" });
  if (belief)
    source.append(
      element(
        "a",
        { href: pageLink("sure", belief), "data-carries": true, "aria-label": say.sourceOf(label) },
        say.source,
      ),
    );
  return { parts: [knob.root, source], set: (moved) => knob.set(exact(moved - from)) };
}
