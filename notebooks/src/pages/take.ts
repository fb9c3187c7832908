import { type Figure, frontier, levelRows } from "@uptake/charts";
import type { TakeAnswer } from "@uptake/study/questions";
import { answer } from "../kit/answer.js";
import { element } from "../kit/element.js";
import { type DrawSize, figureCard } from "../kit/figure-card.js";
import { inNextFrame } from "../kit/in-next-frame.js";
import { districtTitle } from "../kit/plan-start.js";
import { noticesOf, status } from "../kit/status.js";
import type { Table } from "../kit/table.js";
import { builtAnswer } from "../plan/built-answer.js";
import { planStore } from "../plan/plan-store.js";
import { usual } from "../plan/usual.js";
import { words } from "../words/kit.js";
import { takeWords as say } from "../words/take.js";
import { askedOf, refusedOf } from "./take/asked.js";
import { asking } from "./take/asking.js";
import { controls } from "./take/controls.js";
import { planActions, planList } from "./take/plan-list.js";
import {
  answerOf,
  beliefsOf,
  chancesOf,
  frontierOf,
  frontierTable,
  plansTable,
  unscaledNameOf,
  worksOf,
} from "./take/told.js";

/** Makes the page that asks what it would take: a target, a budget and a floor, and the plans that do best within them. */
export async function take(): Promise<HTMLElement> {
  const store = await planStore();
  const built = store.link() === "" ? await builtAnswer<TakeAnswer>("take", askedOf(store.get(), false)) : undefined;
  let failure = "";
  let drawn: TakeAnswer | undefined;

  const said = answer();
  const work = status();
  const step = element("span", { class: "caption" });
  const search = element("button", { type: "button", class: "choice", click: () => asked.search() });
  const stop = element("button", { type: "button", class: "choice", click: () => asked.stop() }, say.search.stop);
  const plans = element("div", { class: "take-found" });
  const works = element("div", { class: "take-works" });
  const even = element("div", { class: "take-even" });
  const figure = (
    name: string,
    title: string,
    of: (found: TakeAnswer, size: DrawSize) => Figure,
    table: (found: TakeAnswer) => Table,
  ) =>
    figureCard({
      name,
      title: () => title,
      ready: () => asked.answer() !== undefined,
      draw: (size) => {
        const found = asked.answer();
        return found && of(found, size);
      },
      table: () => table(asked.answer()!),
      source: () => ({ ...(asked.answer() ?? { ...usual, version: "" }), prebuilt: asked.prebuilt() }),
    });
  const chances = figure(
    "chances",
    say.headings.chances,
    (found, size) => levelRows(chancesOf(found), size),
    plansTable,
  );
  const cheaper = figure(
    "frontier",
    say.headings.frontier,
    (found, size) => frontier(frontierOf(found), size),
    frontierTable,
  );

  const drawAnswer = (found: TakeAnswer): void => {
    const settled = asked.prebuilt() ? undefined : store.link();
    said.draw(answerOf(found, districtTitle(store)), settled !== undefined);
    chances.redraw(settled);
    cheaper.root.hidden = found.frontier.length === 0; // every plan breaks the floor
    cheaper.redraw(settled);
    plans.replaceChildren(planList(store, found));
    works.replaceChildren(
      element("p", {}, worksOf(found)),
      ...beliefsOf(found.works?.box?.parameters ?? []).map((line) => element("p", { class: "caption" }, line)),
    );
    const least = found.even?.found;
    const name = least ? unscaledNameOf(least) : "";
    even.replaceChildren(
      element("p", {}, say.even.sentence(found, name)),
      ...(least ? [planActions(store, say.even.name(name), least.scenario)] : []),
    );
  };
  const draw = (): void => {
    const found = asked.answer();
    const under = asked.work();
    column.dataset["stage"] = found ? `${found.stage} ${found.generations}` : "";
    column.classList.toggle("take-stale", !found);
    for (const part of [plans, works, even]) part.inert = !found;
    if (!found) {
      said.wait(under?.done ?? 0, under?.total ?? usual.replicates);
      if (drawn) chances.stale();
      if (drawn) cheaper.stale();
    } else if (found !== drawn) drawAnswer(found);
    drawn = found ?? drawn;
    const begun = (found?.generations ?? 0) > 0;
    search.textContent = begun ? say.search.again : say.search.begin;
    search.disabled = under?.search === true || !found || found.stage === "whole";
    stop.disabled = under === undefined;
    step.textContent = under
      ? under.search
        ? say.search.under
        : say.search.waiting
      : found?.stage === "whole"
        ? say.search.over
        : begun
          ? say.search.stopped
          : say.search.idle;
    work.progress(under?.done ?? 1, under?.total ?? 1);
    work.notice([
      ...noticesOf([...store.notices(), ...refusedOf(store.get())]),
      ...(failure ? [words.failed(failure)] : []),
    ]);
  };
  const drawSoon = inNextFrame(draw);
  const asked = asking(store, built, {
    onChange() {
      failure = asked.work() ? "" : failure;
      drawSoon();
    },
    onError(error) {
      failure = error.message;
      drawSoon();
    },
  });
  const section = (title: string, ...parts: readonly HTMLElement[]): HTMLElement =>
    element("section", { class: "take-section" }, element("h2", {}, title), ...parts);
  const column = element(
    "div",
    { class: "tune-figure" },
    work.root,
    said.small,
    element("p", { class: "take-search" }, search, stop, step),
    chances.root,
    section(say.headings.plans, plans),
    section(say.headings.works, works),
    section(say.headings.even, even),
    cheaper.root,
  );
  const set = element("div", { class: "tune-controls" }, element("h2", {}, say.headings.controls), controls(store));
  drawSoon();
  return element("div", {}, said.root, element("div", { class: "tune take" }, set, column));
}
