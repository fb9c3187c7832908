import type { Figure } from "@uptake/charts";
import { words } from "../words/kit.js";
import { type Cursor, type CursorOptions, chartCursor } from "./chart-cursor.js";
import { pngOf, save, svgText } from "./downloads.js";
import { element } from "./element.js";
import { embeddedFigure } from "./embedded-figure.js";
import { figureTable } from "./figure-table.js";
import { setText } from "./set-text.js";
import { copyEmbed } from "./share.js";
import { csvOf, type Source, sourceWords, type Table } from "./table.js";
import { type Tool, type Tools, tools } from "./tools.js";

/** Sets how large a figure is drawn. */
export interface DrawSize {
  readonly width: number;
  readonly height?: number;
  /** Whether replicates, seed and version stand under the chart, as in a picture that is taken away. */
  readonly caption?: boolean;
}

/** Sets up a card of one figure. What it asks for is asked whenever it is drawn, so it follows what is on show. */
export interface FigureCardOptions {
  /** Names the figure in files and in `?embed=NAME`; letters and dashes. */
  readonly name: string;
  readonly title: () => string;
  /** Draws the chart; nothing while there is nothing to draw. */
  readonly draw: (size: DrawSize) => Figure | undefined;
  /** Says whether all runs are in: of a sketch no number is given away. */
  readonly ready: () => boolean;
  /** Gives all that the chart draws, asked only when ready; undefined where it comes later, as `settled` says. */
  readonly table: () => Table | undefined;
  /** Gives what the CSV file holds, where that is too much for a table on the page. */
  readonly file?: () => Table | undefined;
  /** Gives what stands in the chart's place on screen, such as a canvas that moves; the chart is then for print and files. */
  readonly stage?: () => HTMLElement | undefined;
  readonly source: () => Source;
  /** Reads values along the horizontal axis, for pointer and keys. */
  readonly cursor?: Omit<CursorOptions, "label">;
  /** Waits until what is on show may be taken away; fails where it never will be. */
  readonly settled?: () => Promise<void> | undefined;
  /** Height by width of the place, in pixels (default the chart's own). */
  readonly height?: (width: number) => number;
  /** Other tools, before those that save the figure. */
  readonly actions?: Partial<Record<Tool, () => unknown>>;
  /** Whether the title stands above the chart (default true; the name of files and pictures either way). */
  readonly headed?: boolean;
}

/** Holds a card of one figure. */
export interface FigureCard {
  readonly root: HTMLElement;
  readonly tools: Tools;
  /**
   * Draws anew what is on show; far from the window, once the reader comes near or rests. `settled` is the link of what is
   * on show once all its runs are in: its sentence is then spoken by screen readers, and stands in `data-settled` for
   * whoever waits.
   */
  redraw(settled?: string): void;
  /** Says that what is drawn is of a plan that the reader is just changing; it fades unless it is soon drawn anew. */
  stale(): void;
}

const { figure: say } = words;

/** Size of a chart that is saved or printed, in pixels. */
const saved = { width: 960, height: 540 };
const printed = 660;

/** Least width that a chart is drawn at. */
const least = 240;

/** How far from the window a chart counts as near, and for how many milliseconds nothing changes before others are drawn. */
const near = "50% 0px";
const rests = 500;

/** Milliseconds that a chart waits to be drawn anew before it fades: while a finger moves, it would flicker. */
const late = 120;

/** Makes a card: title, chart, its sentence, values at the pointer, table, PNG, SVG and CSV. It is redrawn for print. */
export function figureCard(options: FigureCardOptions): FigureCard {
  const { name, title, draw, ready, table, source, settled = () => undefined, headed = true } = options;
  const place = element("div", { class: `chart chart-${name}` });
  const heading = element("h2", { class: "figure-title" });
  const sentence = element("p", { class: "figure-sentence caption" }, say.waiting);
  const from = element("p", { class: "figure-source caption" });
  const live = element("p", { class: "unseen", role: "status" });
  const cursor: Cursor | undefined =
    options.cursor &&
    chartCursor({
      ...options.cursor,
      label: () => say.cursor(title()),
      read: (at) => (ready() ? options.cursor!.read(at) : []),
    });
  const numbers = figureTable(title, () => (ready() ? table() : undefined));
  let width = 0;
  let onPaper = false;

  const drawAt = (size: DrawSize, onPaper = false): Figure | undefined => {
    const made = draw(size);
    // The page has this once, in its own style: with each chart it would have the whole page's style found anew.
    made?.element.querySelector("style")?.remove();
    const shown = onPaper ? made?.element : (options.stage?.() ?? made?.element);
    // The cursor stays where it is while charts come and go: taken out, it would lose the reader's keys.
    for (const child of [...place.childNodes]) if (child !== shown && !(made && child === cursor?.root)) child.remove();
    if (shown && shown.parentNode !== place) place.prepend(shown);
    if (made && cursor) {
      if (cursor.root.parentNode !== place) place.append(cursor.root);
      cursor.follow(made.element);
    }
    return made;
  };
  let shown: string | undefined;
  /** Whether the chart is near the window, and whether it is of what was on show before. */
  let isNear = true;
  let isDue = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let fading: ReturnType<typeof setTimeout> | undefined;
  const fade = (): void => place.classList.add("stale");
  /** Puts a drawing off until the chart comes near, or nothing changes for a while: most moves of a slider pass before. */
  const putOff = (): void => {
    isDue = true;
    delete place.dataset["settled"];
    fade();
    clearTimeout(timer);
    timer = setTimeout(drawDue, rests);
  };
  const drawDue = (): void => {
    if (isDue && ready()) redraw();
  };
  const redraw = (isSettled = shown): void => {
    isDue = false;
    clearTimeout(timer);
    shown = isSettled;
    width ||= Math.floor(place.clientWidth);
    if (width < least) return;
    clearTimeout(fading);
    fading = undefined;
    place.classList.remove("stale");
    const height = options.height?.(width);
    const onScreen: DrawSize = { width, ...(height === undefined ? {} : { height }) };
    const made = onPaper ? drawAt({ width: printed }, true) : drawAt(onScreen);
    const whole = ready();
    cursor?.enable(whole);
    setText(heading, title());
    setText(sentence, made?.sentence ?? (whole ? say.empty : say.waiting));
    setText(from, whole ? sourceWords(source()) : "");
    if (isSettled === undefined) delete place.dataset["settled"];
    else place.dataset["settled"] = isSettled;
    if (isSettled !== undefined && made) live.textContent = made.sentence;
    numbers.draw();
  };
  // The width is remembered: to ask for it would have the page laid out before every drawing.
  new ResizeObserver(() => {
    const now = Math.floor(place.clientWidth);
    if (onPaper || now === width || now < least) return;
    width = now;
    redraw();
  }).observe(place);
  new IntersectionObserver(
    ([entry]) => {
      isNear = entry?.isIntersecting ?? true;
      if (isNear) drawDue();
    },
    { rootMargin: near },
  ).observe(place);
  addEventListener("beforeprint", () => {
    drawDue();
    onPaper = true;
    if (width >= least) drawAt({ width: printed }, true);
  });
  addEventListener("afterprint", () => {
    onPaper = false;
    width = Math.floor(place.clientWidth);
    redraw();
  });

  const text = (): string => {
    const made = draw({ ...saved, caption: true });
    if (!made) throw new Error(say.nothing);
    return svgText(made.element, title(), made.sentence);
  };
  const keep = async (ending: string, content: () => string | Promise<Blob>, type: string): Promise<string> => {
    // A picture needs what is drawn, a file of numbers the table too.
    if (!ready() || (ending === "csv" && !(options.file ?? table)())) await settled();
    const file = `${name}.${ending}`;
    save(file, await content(), type);
    return words.tools.saved(file);
  };
  const bar = tools({
    ...options.actions,
    png: () => keep("png", () => pngOf(text()), "image/png"),
    svg: () => keep("svg", text, "image/svg+xml"),
    csv: () =>
      keep(
        "csv",
        () => {
          const rows = ready() ? (options.file ?? table)() : undefined;
          if (!rows) throw new Error(say.nothing);
          return csvOf(rows, source());
        },
        "text/csv",
      ),
    embed: () => copyEmbed(name, title()),
  });
  const root = element(
    "figure",
    { class: "figure", "data-figure": name },
    ...(headed ? [heading] : []),
    bar.root,
    place,
    sentence,
    live,
    from,
    numbers.root,
  );
  if (embeddedFigure() === name) {
    document.documentElement.dataset["embed"] = name;
    root.classList.add("embedded");
  }
  return {
    root,
    tools: bar,
    redraw(isSettled) {
      shown = isSettled;
      // What is spoken, or waited for, is drawn at once.
      if (isNear || isSettled !== undefined || !place.hasChildNodes()) redraw(isSettled);
      else putOff();
    },
    stale() {
      shown = undefined;
      delete place.dataset["settled"];
      fading ??= setTimeout(fade, late);
      cursor?.enable(false);
    },
  };
}
