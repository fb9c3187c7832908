import { version } from "@uptake/model";
import { startScenario, writeLink } from "@uptake/study/link";
import { element } from "../kit/element.js";
import { noticesOf, status } from "../kit/status.js";
import { builtAnswer } from "../plan/built-answer.js";
import { carryState } from "../plan/carried-state.js";
import { planStore } from "../plan/plan-store.js";
import { lessonsWords as say } from "../words/lessons.js";
import { type FirstAnswers, firstAsked } from "./lessons/asked.js";
import { explorable } from "./lessons/explorable.js";
import { networksSection, pageHead } from "./lessons/lesson-words.js";
import { readMoved, sliderName, writeMoved } from "./lessons/moved.js";
import { networkCards, type Opening } from "./lessons/networks.js";
import { lessons as all } from "./lessons/trials.js";

/** Field of the link that says where sliders stand. */
const field = "lessons.moved";

/** Makes the page: six lessons to be tried, each where it wins and where it loses, and networks and places as plans. */
export async function lessons(): Promise<HTMLElement> {
  const [store, stored] = await Promise.all([planStore(), builtAnswer<FirstAnswers>("lessons", firstAsked())]);
  const work = status();
  const moved = () => readMoved(all, store.get().page?.[field]);
  const tried = all.map((lesson, i) =>
    explorable({
      ...{ lesson, number: i + 1, version, stored: stored?.[lesson.name] ?? {} },
      onMove: (place, value, gesture) =>
        store.change(["page", field], writeMoved(all, moved(), sliderName(i, place), value), gesture),
    }),
  );
  /** Opens a strategy as the plan of the reader, in its own place where it has one. */
  const opening = (strategy: string, place?: string): Opening => {
    const { scenario, page: _, ...rest } = store.get();
    const { levers: __, ...others } = scenario;
    const { district = startScenario.district } = scenario;
    const state = { ...rest, scenario: { ...others, district: place ?? district, strategy } };
    const { query, left } = writeLink(state);
    return { query, carry: () => carryState(left.length > 0 ? { query, version, state } : undefined) };
  };
  const networks = element("div", {});
  const six = element("a", { click: () => opening("all-six-lessons").carry?.() }, say.together.open);
  const draw = (): void => {
    const at = moved();
    all.forEach(({ knobs }, i) => {
      const of = (place: "win" | "loss"): number => at.get(sliderName(i, place)) ?? knobs[place].start;
      tried[i]!.set({ win: of("win"), loss: of("loss") });
    });
    work.notice(noticesOf(store.notices()));
  };
  let opened = "";
  const drawLinks = (): void => {
    const now = opening("all-six-lessons").query;
    if (now === opened && networks.childElementCount > 0) return;
    opened = now;
    six.href = `./${now}`;
    networks.replaceChildren(networkCards(opening));
  };
  store.subscribe((moving) => {
    draw();
    if (!moving) drawLinks();
  });
  draw();
  drawLinks();
  // What stood here before scripts ran is hidden now, and leads nowhere any more.
  for (const one of document.querySelectorAll("#first [id]")) one.removeAttribute("id");

  return element(
    "div",
    { class: "lessons" },
    ...pageHead(all.map(({ name }) => name)),
    work.root,
    ...tried.map(({ root }) => root),
    element(
      "section",
      { class: "lesson" },
      element("h2", {}, say.together.title),
      element("p", { class: "lesson-told" }, say.together.text, " ", six),
    ),
    networksSection(networks),
  );
}
