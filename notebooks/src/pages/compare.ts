import { comparedPlans, type Figure, when } from "@uptake/charts";
import { version } from "@uptake/model";
import { answer } from "../kit/answer.js";
import { element } from "../kit/element.js";
import { figureCard } from "../kit/figure-card.js";
import { inNextFrame } from "../kit/in-next-frame.js";
import { copyLink } from "../kit/share.js";
import { noticesOf, status } from "../kit/status.js";
import type { Source } from "../kit/table.js";
import { builtAnswer } from "../plan/built-answer.js";
import { planStore } from "../plan/plan-store.js";
import { usual } from "../plan/usual.js";
import { compareWords as say } from "../words/compare.js";
import { words } from "../words/kit.js";
import { type Answer, type Compared, comparing } from "./compare/comparing.js";
import { askedOf, entriesOf, fewest, most } from "./compare/entries.js";
import { linesData } from "./compare/lines-data.js";
import { linesTable } from "./compare/numbers.js";
import { type Chosen, chosenIn, withChosen } from "./compare/pair-choice.js";
import { pairPart } from "./compare/pair-part.js";
import { plansList } from "./compare/plans.js";
import { sideBySide } from "./compare/side-by-side.js";
import { answerOf } from "./compare/told.js";

/** Makes the page that compares up to four plans in the same worlds and luck. */
export async function compare(): Promise<HTMLElement> {
  const store = await planStore();
  const built =
    store.link() === "" ? await builtAnswer<Answer>("compare", askedOf(entriesOf(store), store).input) : undefined;
  const said = answer();
  const work = status();
  let failure: Error | undefined;
  let stopped = false;
  /** Share of all runs that are in. */
  let done = 0;

  const source = (): Source => {
    const now = current();
    return now
      ? {
          replicates: now.answer.replicates,
          seed: now.answer.seed,
          version: now.answer.version,
          prebuilt: now.prebuilt,
        }
      : { ...usual, version };
  };
  const current = (): Compared | undefined => runs.current();
  const asked = (): number => Math.min(most, Math.max(fewest, store.get().replicates ?? usual.replicates));
  const common = { ready: () => current() !== undefined, source };

  const lines = figureCard({
    ...common,
    name: "lines",
    title: () => say.lines.title,
    draw(size): Figure | undefined {
      const now = current();
      return now && comparedPlans(linesData(now), size);
    },
    actions: { undo: () => store.undo(), redo: () => store.redo(), copy: () => copyLink(store) },
    table: () => linesTable(current()!),
    cursor: {
      last: () => Math.max(...current()!.plans.map(({ bands }) => bands.months.length - 1)),
      name: when,
      read: (month) =>
        current()!.plans.flatMap(({ bands }, i) => {
          const [low, median, high] = [bands.p25[month], bands.p50[month], bands.p75[month]];
          if (low === undefined || median === undefined || high === undefined) return [];
          return [{ label: current()!.entries[i]!.name, value: say.lines.value(median, low, high) }];
        }),
    },
  });
  const table = sideBySide(current, source);
  const chosen = ({ entries }: Compared): Chosen => chosenIn(store.get(), entries.length);
  const pair = pairPart({
    ...{ current, ...common, chosen },
    onChoose: (plans) => store.set(withChosen(store.get(), plans)),
  });
  const stop = element("button", {
    type: "button",
    class: "tool",
    click: () => {
      stopped = runs.running();
      if (stopped) runs.stop();
      else runs.go();
    },
  });

  const drawAnswer = (): void => {
    const now = current();
    if (now) said.draw(answerOf(now, chosen(now)), now.whole);
    else said.wait(Math.floor(done * asked()), asked());
  };
  const notices = (): string[] => {
    const now = current();
    const { replicates = usual.replicates } = store.get();
    const short = now && !now.whole;
    return [
      ...noticesOf(store.notices()),
      ...(failure ? [words.failed(failure.message)] : []),
      ...(replicates === asked() ? [] : [say.clamped(asked())]),
      ...(short && stopped && !now.prebuilt ? [say.stopped(now.answer.replicates, asked())] : []),
      ...(now && now.answer.failures > 0 ? [say.failures(now.answer.failures)] : []),
    ];
  };
  const draw = (): void => {
    const now = current();
    lines.redraw(now?.whole ? store.link() : undefined);
    table.draw();
    pair.draw();
    drawAnswer();
    work.notice(notices());
    lines.tools.enable({ undo: store.canUndo(), redo: store.canRedo() });
    if (now?.whole) work.progress(1, 1);
    stop.hidden = !runs.running() && (now?.whole ?? true);
    stop.textContent = runs.running() ? say.stop : say.go;
  };
  const drawSoon = inNextFrame(draw);
  const runs = comparing(store, built, {
    onChange() {
      if (runs.running()) {
        failure = undefined;
        stopped = false;
      }
      drawSoon();
    },
    onProgress(count, total) {
      done = count / total;
      work.progress(count, total);
      if (!current()) drawAnswer();
    },
    onError(error) {
      failure = error;
      drawSoon();
    },
  });

  return element(
    "div",
    {},
    said.root,
    element("div", { class: "compare-work" }, work.root, stop),
    element(
      "div",
      { class: "compare" },
      element("div", { class: "compare-figure" }, lines.root, element("p", { class: "caption" }, say.lines.note)),
      element("div", { class: "compare-controls" }, plansList(store).root),
      element("div", { class: "compare-more" }, table.root, pair.root),
    ),
  );
}
