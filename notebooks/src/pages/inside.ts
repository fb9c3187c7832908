import { districtMap, percent, stageArea, stageMarks, when } from "@uptake/charts";
import { answer } from "../kit/answer.js";
import { element } from "../kit/element.js";
import { figureCard } from "../kit/figure-card.js";
import { planStart } from "../kit/plan-start.js";
import { copyLink } from "../kit/share.js";
import { noticesOf, status } from "../kit/status.js";
import { builtAnswer } from "../plan/built-answer.js";
import { completedOf } from "../plan/lever-settings.js";
import { planStore } from "../plan/plan-store.js";
import { usual } from "../plan/usual.js";
import { insideWords as say } from "../words/inside.js";
import { words } from "../words/kit.js";
import { askedOf, runOf } from "./inside/asked.js";
import type { Brief } from "./inside/brief.js";
import { districtCanvas } from "./inside/district-canvas.js";
import { filmSource, type Shown } from "./inside/film-source.js";
import { legend } from "./inside/legend.js";
import { picker } from "./inside/picker.js";
import { player } from "./inside/player.js";
import { runChoice } from "./inside/run-choice.js";
import { storyPanel } from "./inside/story-panel.js";
import { storySource } from "./inside/story-source.js";
import { countsOf, mapOf, type Picked, schoolTable, stagesOf, stageTable, teacherTable } from "./inside/view.js";
import { pickedIn, setPicked } from "./inside/who.js";

/** Milliseconds after which a month that is on show is spoken of. */
const rest = 200;

/** Makes the page that looks inside a district: one run, month by month, and what happened to whom. */
export async function inside(): Promise<HTMLElement> {
  const store = await planStore();
  const built = store.link() === "" ? await builtAnswer<Brief>("inside", askedOf(store.get())) : undefined;
  let shown: Shown | undefined;
  let counts: number[][] = [];
  let picked: Picked | undefined;
  let failure = "";

  const said = answer();
  const work = status();
  const stop = element("button", { type: "button", class: "tool", click: () => source.stop() }, say.stop);
  stop.hidden = true;
  const runs = runChoice(store);
  const key = legend();
  const canvas = districtCanvas((found) => found && setPicked(store, shown?.film, found));
  const play = player((month, playing) => showMonth(month, playing));
  const who = picker((found) => found && setPicked(store, shown?.film, found));
  const panel = storyPanel((month) => play.go(month));
  const tellStory = storySource(panel, () => drawNow());
  const brief = element("span");
  const ties: HTMLInputElement = element("input", {
    type: "checkbox",
    id: "all-ties",
    change: () => canvas.ties(ties.checked),
  });

  /** Returns what the site says of the run that is being made, until it is there. */
  const inBrief = (): Brief | undefined => (shown || store.link() !== "" ? undefined : built);
  const common = {
    ready: () => shown !== undefined || inBrief() !== undefined,
    source() {
      const { seed = "", version = "" } = shown?.film ?? inBrief()?.map ?? {};
      return { replicates: 1, seed, version, prebuilt: shown === undefined };
    },
  };
  const stage = element("div", {}, play.root, key.root, canvas.root);
  const film = figureCard({
    ...common,
    name: "district",
    title() {
      const { district, replicate } = shown
        ? { ...shown.film, district: shown.film.district.name }
        : (inBrief()?.map ?? {});
      return district === undefined || replicate === undefined ? "" : say.film.title(district, replicate);
    },
    draw({ width, height, caption = false }) {
      const map = shown ? mapOf(shown.film, play.month()) : inBrief()?.map;
      return map && districtMap(map, { width, caption, ...(height ? { height } : {}) });
    },
    table: () => shown && schoolTable(shown.film, play.month()),
    file: () => shown && teacherTable(shown.film, play.month()),
    stage: () => (shown ? stage : undefined),
    actions: { copy: () => copyLink(store) },
  });
  const funnel = figureCard({
    ...common,
    name: "stages",
    title: () => say.funnel.title,
    draw(size) {
      const stages = shown ? stagesOf(shown.film, counts) : inBrief()?.stages;
      return stages && stageArea(stages, size);
    },
    table: () => shown && stageTable(shown.film, counts),
    cursor: {
      last: () => shown?.film.horizon ?? 0,
      name: when,
      read: (month) => {
        const here = counts[month];
        if (!here) return [];
        const all = here.reduce((sum, count) => sum + count, 0);
        return stageMarks.map(({ name }, stage) => ({ label: name, value: percent((here[stage] ?? 0) / all) }));
      },
    },
  });

  const drawNow = (): void => {
    if (!shown || !picked) return;
    brief.textContent = `${say.tip(shown.film, picked, play.month())}. `;
    panel.at(play.month(), say.story.now(shown.film, picked, play.month()));
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  const showMonth = (month: number, playing: boolean): void => {
    canvas.show(month, playing);
    key.draw(counts[month] ?? []);
    drawNow();
    clearTimeout(resting);
    // What is said of the month waits until the film does.
    page.classList.add("inside-moves");
    if (playing) return;
    resting = setTimeout(() => {
      page.classList.remove("inside-moves");
      store.change(["page", "inside.month"], String(month), "inside.month");
      film.redraw(store.link());
    }, rest);
  };
  const drawPicked = (): void => {
    if (!shown) return;
    picked = pickedIn(store.get(), shown.film);
    canvas.pick(picked);
    who.set(picked);
    tellStory(shown, picked);
    drawNow();
  };
  const drawNotices = (): void => work.notice([...noticesOf(store.notices()), ...(failure === "" ? [] : [failure])]);
  const working = (yes: boolean): void => {
    stop.hidden = !yes;
    page.classList.toggle("inside-stale", yes && !inBrief());
    page.setAttribute("aria-busy", String(yes));
  };

  const page = element(
    "div",
    { class: "inside-page" },
    element("h1", {}, say.question),
    said.root,
    element("div", { class: "inside-work" }, work.root, stop),
    runs.root,
    element(
      "div",
      { class: "inside" },
      element(
        "div",
        { class: "inside-film" },
        film.root,
        element("p", { class: "inside-brief" }, brief, element("a", { href: "#story" }, say.story.read)),
        element("p", { class: "caption" }, say.film.note),
        element("label", { class: "inside-ties", for: "all-ties" }, ties, ` ${say.film.ties}`),
      ),
      element(
        "div",
        { class: "inside-story" },
        planStart(store).root,
        element("h2", {}, say.pick.heading),
        who.root,
        panel.root,
      ),
      element("div", { class: "inside-stages" }, funnel.root),
    ),
  );
  const source = filmSource(store, {
    onBegin() {
      failure = "";
      drawNotices();
      play.stop();
      working(true);
      const { replicates = usual.replicates } = store.get();
      if (!inBrief() && typeof runOf(store.get()) === "string") said.wait(0, replicates);
    },
    onProgress(done, total) {
      work.progress(done, total);
      if (!inBrief()) said.wait(done, total);
    },
    onEnd(error) {
      working(false);
      work.progress(1, 1);
      failure = error ? words.failed(error.message) : say.stopped;
      drawNotices();
    },
    onFilm(next) {
      working(false);
      work.progress(1, 1);
      shown = next;
      const { state, film: run } = next;
      counts = countsOf(run);
      const { month: due } = completedOf(state.scenario).target;
      const target = Math.min(due, run.horizon);
      const asked = Number(store.get().page?.["inside.month"] ?? target);
      const month = Number.isInteger(asked) && asked >= 0 && asked <= run.horizon ? asked : target;
      play.load(run.horizon, month);
      const verdict = say.answer.verdict(runOf(state), run.replicate);
      said.draw({ verdict, rest: say.answer.rest(run, target), short: "" }, true);
      runs.draw(next);
      who.load(run);
      canvas.load(run, month);
      key.draw(counts[month]!);
      film.redraw(store.link());
      funnel.redraw(store.link());
      drawPicked();
    },
  });
  store.subscribe((moving) => {
    drawNotices();
    if (!moving) drawPicked();
  });
  drawNotices();
  if (built) {
    said.draw({ ...built, short: "" }, false);
    film.redraw();
    funnel.redraw();
  }
  return page;
}
