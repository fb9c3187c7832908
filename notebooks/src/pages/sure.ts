import { answer } from "../kit/answer.js";
import { element } from "../kit/element.js";
import { planStore } from "../plan/plan-store.js";
import { sureWords as say } from "../words/sure.js";
import { assumptions } from "./sure/assumptions.js";
import { deciding } from "./sure/deciding.js";
import { forecasts } from "./sure/forecasts.js";
import { numbersList } from "./sure/numbers-list.js";
import { patterns } from "./sure/patterns.js";
import { planNow } from "./sure/plan-now.js";
import type { AllFigures, SureRecord } from "./sure/record.js";
import { answerOf } from "./sure/told.js";

/** Names a section of the page, as it stands in the list of contents. */
type SectionName = Exclude<keyof typeof say.contents, "label">;

/** Gives a file of the site when it is asked for. */
interface LaterFile {
  json(): Promise<unknown>;
}

/**
 * Makes the page of how sure the model is: every number of it, movable; rival assumptions; what it holds, misses and cannot
 * say. `record` is gathered with the site; `figures` is fetched when a reader asks for them.
 */
export async function sure(record: SureRecord, figures: LaterFile): Promise<HTMLElement> {
  const store = await planStore();
  const said = answer();
  said.draw(answerOf(record), false);
  const now = await planNow(store);
  const numbers = numbersList(store, record);
  const decides = deciding(store, (names) => numbers.decides(names));
  let fetched: Promise<AllFigures> | undefined;
  const later = (): Promise<AllFigures> => {
    fetched ??= figures.json() as Promise<AllFigures>;
    return fetched;
  };

  const section = (name: SectionName, intro: string, ...parts: readonly HTMLElement[]): HTMLElement =>
    element(
      "section",
      { class: "sure-section", id: name },
      element("h2", {}, say.contents[name]),
      ...(intro === "" ? [] : [element("p", { class: "caption" }, intro)]),
      ...parts,
    );
  const { label, ...contents } = say.contents;
  return element(
    "div",
    { class: "sure" },
    element("h1", {}, say.question),
    said.root,
    element(
      "nav",
      { class: "contents", "aria-label": label },
      ...Object.entries(contents).map(([name, title]) => element("a", { href: `#${name}` }, title)),
    ),
    now.line,
    section("plan", say.plan.intro, now.figure),
    section("numbers", say.numbers.intro, decides, numbers.root),
    section("rivals", say.rivals.intro, assumptions(store, record.switches)),
    section("patterns", say.patterns.intro, patterns(record.groups, later)),
    section("forecasts", "", forecasts(record.forecasts, record.forecastsHow)),
    section(
      "limits",
      say.limits.intro,
      element(
        "ul",
        { class: "limits" },
        ...record.limits.map(({ title, text }) => element("li", {}, element("b", {}, `${title}. `), text)),
      ),
    ),
  );
}
