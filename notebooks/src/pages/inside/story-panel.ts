import { monthName } from "@uptake/model";
import type { Story } from "@uptake/study/explain";
import { element } from "../../kit/element.js";
import { insideWords } from "../../words/inside.js";

const { story: say } = insideWords;

/** Holds the place of a story. */
export interface StoryPanel {
  readonly root: HTMLElement;
  /** Says that a story is being read. */
  wait(): void;
  /** Tells a story, with the command that repeats it, which may need the plan's scenario file. */
  tell(story: Story, command: string, needsFile: boolean): void;
  fail(message: string): void;
  /** Marks what has happened last at a month, and says how things stand. */
  at(month: number, now: string): void;
}

/** Makes the place of a story: each event with its date, a press on which shows that month. */
export function storyPanel(onMonth: (month: number) => void): StoryPanel {
  const heading = element("h2", { class: "story-title" });
  const now = element("p", { class: "story-now" });
  const body = element("div", { class: "story-body" });
  const spoken = element("p", { class: "unseen", role: "status" });
  let events: { readonly month: number; readonly line: HTMLElement }[] = [];
  const clear = (text: string): void => {
    events = [];
    body.replaceChildren(element("p", { class: "caption" }, text));
  };
  clear(say.none);
  return {
    root: element("section", { class: "story", id: "story" }, heading, now, body, spoken),
    wait: () => clear(say.waiting),
    tell(story, command, needsFile) {
      heading.textContent = say.title(story);
      events = story.events.map(({ month, sentence }) => {
        const date = monthName(month);
        const click = (): void => onMonth(month);
        const button = element("button", { type: "button", class: "story-date", title: say.show(date), click }, date);
        return { month, line: element("li", {}, button, ` ${sentence}.`) };
      });
      const drawn = Object.entries(story.drawn).map(([name, value]) => `${name} ${value}`);
      body.replaceChildren(
        element("p", {}, say.start(story.opening)),
        ...(events.length === 0
          ? [element("p", {}, say.quiet)]
          : [element("ol", { class: "story-events" }, ...events.map(({ line }) => line))]),
        element("p", {}, say.end(story.ending)),
        ...(drawn.length === 0 ? [] : [element("p", { class: "caption" }, say.drawn(drawn))]),
        ...(story.teacher === null ? [] : [element("p", { class: "caption" }, say.gloss)]),
        element("p", { class: "caption" }, say.source(story)),
        element(
          "details",
          { class: "figure-table" },
          element("summary", {}, say.repeat),
          ...(needsFile ? [element("p", { class: "caption" }, say.needsFile)] : []),
          element("pre", {}, command),
        ),
      );
      spoken.textContent = `${say.title(story)}. ${say.start(story.opening)} ${say.end(story.ending)}`;
    },
    fail: (message) => clear(say.failed(message)),
    at(month, text) {
      now.textContent = text;
      const last = events.findLast((event) => event.month <= month)?.month;
      for (const event of events) {
        event.line.classList.toggle("story-later", event.month > month);
        event.line.classList.toggle("story-last", event.month === last);
      }
    },
  };
}
