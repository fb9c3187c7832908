import type { Figure } from "@uptake/charts";
import type { AskOptions } from "@uptake/study/service";
import { element } from "../../kit/element.js";
import { type DrawSize, figureCard } from "../../kit/figure-card.js";
import { status } from "../../kit/status.js";
import type { Source, Table } from "../../kit/table.js";
import { mattersWords as say } from "../../words/matters.js";
import type { OfPlan } from "./of-plan.js";

/** Holds how an answer is shown. */
export interface Shown {
  /** The answer in a sentence or two. */
  readonly sentence: string;
  /** Says how it was worked out. */
  readonly note: string;
  /** Draws the figure; undefined where there is none yet. */
  readonly draw: ((size: DrawSize) => Figure) | undefined;
  readonly table: () => Table;
  /** Counts the runs behind the figure. */
  readonly runs: number;
  /** Counts what the answer rests on, in words. */
  readonly rests: string;
}

/** Sets up a part of the page: one question, its answer and its figure. */
export interface StudyPartOptions<Told> {
  readonly name: "deciding" | "beliefs" | "variance" | "wedges" | "map";
  /** Returns what the question is asked of. */
  readonly plan: () => OfPlan;
  /** Asks, and hears answers that hold as far as they go; a text says why it cannot be asked of this plan. */
  readonly ask: (options: AskOptions<Told>) => Promise<Told> | string;
  readonly show: (told: Told, plan: OfPlan) => Shown;
  /** Hears of every answer, and whether it is the last. */
  readonly onTold?: (told: Told, last: boolean) => void;
  /** Returns the site's own answer to what is asked now; undefined where it has none. */
  readonly built?: () => Told | undefined;
  /** Stands between answer and figure. */
  readonly controls?: HTMLElement;
  /** Returns the link of what is on show. */
  readonly link: () => string;
  readonly usual: Source;
}

/** Holds a part of the page. */
export interface StudyPart<Told> {
  readonly root: HTMLElement;
  /** Works the answer out anew; settles when it is there, was stopped or failed. */
  run(): Promise<void>;
  /** Forgets what was told of another plan, and ends what is under way. */
  clear(): void;
  told(): Told | undefined;
}

/** Makes a part: its answer so far with what it rests on, figure, progress, and buttons to stop and begin again. */
export function studyPart<Told extends Omit<Source, "replicates">>(options: StudyPartOptions<Told>): StudyPart<Told> {
  const { name, plan, ask, show, onTold, controls, link, usual, built = () => undefined } = options;
  const { title } = say[name];
  const sentence = element("p", { class: "study-answer" }, say.waits);
  const so = element("p", { class: "study-so caption" });
  const note = element("p", { class: "caption" });
  const work = status();
  const button = element("button", { type: "button", class: "choice study-button" }, say.run);
  let told: Told | undefined;
  let shown: Shown | undefined;
  let prebuilt = false;
  let end: AbortController | undefined;

  const card = figureCard({
    name,
    title: () => title,
    headed: false,
    ready: () => shown?.draw !== undefined,
    draw: (size) => shown?.draw?.(size),
    table: () => shown!.table(),
    source: () =>
      told && shown ? { replicates: shown.runs, seed: told.seed, version: told.version, prebuilt } : usual,
  });
  const label = (text: string): void => {
    button.textContent = text;
    button.setAttribute("aria-label", `${text}: ${title}`);
  };
  const drawTold = (next: Told, last: boolean): void => {
    told = next;
    shown = show(next, plan());
    sentence.textContent = shown.sentence;
    note.textContent = shown.note;
    so.textContent = last ? "" : say.so(shown.rests);
    card.root.hidden = shown.draw === undefined;
    card.redraw(last ? link() : undefined);
    onTold?.(next, last);
  };
  const drawBuilt = (): void => {
    const found = built();
    if (found === undefined) return;
    prebuilt = true;
    drawTold(found, false);
  };
  /** Shows an answer made here, in the place of the site's once it rests on as many runs. */
  const drawMade = (next: Told, last: boolean): void => {
    if (!last && prebuilt && shown && show(next, plan()).runs < shown.runs) return;
    prebuilt = false;
    drawTold(next, last);
  };
  const run = async (): Promise<void> => {
    end?.abort();
    const mine = new AbortController();
    end = mine;
    work.notice([]);
    const asked = ask({
      signal: mine.signal,
      onProgress: (done, total) => {
        if (end === mine) work.progress(done, total);
      },
      onPartial: (partial) => {
        if (end === mine) drawMade(partial, false);
      },
    });
    if (typeof asked === "string") {
      sentence.textContent = asked;
      button.hidden = true;
      end = undefined;
      return;
    }
    button.hidden = false;
    label(say.stop);
    if (!told) sentence.textContent = say.working;
    try {
      const answer = await asked;
      if (end === mine) drawMade(answer, true);
    } catch (error) {
      if (end !== mine) return;
      so.textContent = "";
      const { message } = error as Error;
      if (!mine.signal.aborted) work.notice([say.failed(message)]);
      else if (shown) so.textContent = say.stopped(shown.rests);
      else sentence.textContent = say.stoppedEmpty;
    } finally {
      if (end === mine) {
        end = undefined;
        work.progress(1, 1);
        label(say.again);
      }
    }
  };
  button.addEventListener("click", () => {
    if (end) end.abort();
    else void run();
  });
  label(say.run);
  card.root.hidden = true;
  return {
    root: element(
      "section",
      { class: "study", "data-study": name },
      element("h2", {}, title),
      sentence,
      ...(controls ? [controls] : []),
      element("div", { class: "study-work" }, button, work.root),
      so,
      card.root,
      note,
    ),
    run,
    clear() {
      const before = end;
      end = undefined;
      before?.abort();
      told = undefined;
      shown = undefined;
      sentence.textContent = say.waits;
      so.textContent = "";
      note.textContent = "";
      button.hidden = false;
      label(say.run);
      work.notice([]);
      work.progress(1, 1);
      prebuilt = false;
      card.root.hidden = true;
      card.redraw();
      drawBuilt();
    },
    told: () => told,
  };
}
