import { forecastSentence } from "@uptake/study/forecast";
import { answer } from "../kit/answer.js";
import { cards } from "../kit/cards.js";
import { commandWords } from "../kit/command-words.js";
import { save } from "../kit/downloads.js";
import { element } from "../kit/element.js";
import { followPlan } from "../kit/follow-plan.js";
import { inNextFrame } from "../kit/in-next-frame.js";
import { planPanel } from "../kit/plan-panel.js";
import { planShelf } from "../kit/plan-shelf.js";
import { planStart } from "../kit/plan-start.js";
import { setText } from "../kit/set-text.js";
import { copyLink } from "../kit/share.js";
import { noticesOf, status } from "../kit/status.js";
import { tools } from "../kit/tools.js";
import { completedOf } from "../plan/lever-settings.js";
import { planFileText } from "../plan/plan-file.js";
import { planStore } from "../plan/plan-store.js";
import { usual } from "../plan/usual.js";
import { commandOf } from "../plan/yaml.js";
import { simulation } from "../service/simulation.js";
import { words } from "../words/kit.js";
import { tuneWords as say } from "../words/tune.js";
import { answerFigures } from "./tune/answer-figures.js";
import { fanFigure } from "./tune/fan-figure.js";
import { heldBack } from "./tune/held-back.js";
import { onShow } from "./tune/on-show.js";
import { answerOf, cardsOf } from "./tune/told.js";
import { hasWayIn } from "./tune/way-in.js";

/** Whether the curve stays on screen above the controls, and so must be low. */
const narrow = matchMedia("(max-width: 760px)");

/** Makes the home page: tune a plan and watch what it comes to. */
export async function tune(): Promise<HTMLElement> {
  simulation().wake();
  const store = await planStore();
  const show = await onShow(store, () => drawSoon());
  let failure = "";
  /** Whether the answer is shown as that of the plan before. */
  let waits = false;

  const said = answer();
  const heading = element("h1", {});
  const work = status();
  const figures = cards(say.cards.titles);
  const command = element("code");
  const fan = fanFigure(store, show, { headed: false, height: () => (narrow.matches ? 250 : 400) });
  const { tiers, added, ledger } = answerFigures(store, show);
  const held = heldBack(store);
  const bar = tools({
    undo: () => store.undo(),
    redo: () => store.redo(),
    copy: () => copyLink(store),
    yaml: async () => {
      await show.settled();
      save("scenario.yaml", planFileText(store.get()), "application/yaml");
      return words.tools.saved("scenario.yaml");
    },
  });

  const drawNotices = (): void => {
    const view = show.whole()?.view;
    work.notice([
      ...noticesOf(store.notices()),
      ...(failure ? [words.failed(failure)] : []),
      ...(hasWayIn(completedOf(store.get().scenario)) ? [] : [say.noWayIn]),
      ...(view?.suspect.fast ? [say.fast] : []),
      ...(view?.suspect.slow ? [say.slow] : []),
    ]);
  };
  const draw = (): void => {
    const whole = show.whole();
    const sketch = show.sketch();
    fan.redraw(show.settledLink());
    work.progress(whole?.table ? 1 : (sketch?.done ?? 0), whole?.table ? 1 : (sketch?.total ?? usual.replicates));
    waits = !whole;
    if (!whole) {
      figures.stale();
      said.wait(sketch?.done ?? 0, sketch?.total ?? usual.replicates);
      return;
    }
    said.draw(answerOf(whole.view), whole.table !== undefined);
    figures.draw(cardsOf(whole.view));
    for (const card of [tiers, ledger, added]) card.redraw();
    if (whole.table) held.ask();
    command.replaceChildren(...commandWords(commandOf(whole.view)));
    drawNotices();
  };
  const drawSoon = inNextFrame(draw);
  const changed = (): void => {
    const { share, month } = completedOf(store.get().scenario).target;
    setText(heading, say.question(share, month));
    bar.enable({ undo: store.canUndo(), redo: store.canRedo() });
    failure = "";
    drawNotices();
  };
  store.subscribe((moving) => {
    changed();
    // While a slider moves what is drawn stays, as what was before, until the first sketch comes.
    if (!moving) {
      drawSoon();
      return;
    }
    fan.stale();
    if (waits) return;
    waits = true;
    figures.stale();
    said.wait(0, usual.replicates);
  });
  followPlan({
    store,
    onUpdate(update) {
      show.take(update);
      // A sketch is drawn before the finger moves on: at the next frame the plan is another.
      if (update.sketch) draw();
      else drawSoon();
    },
    onError(error) {
      failure = error.message;
      show.fail(error);
      drawNotices();
    },
  });
  changed();
  drawSoon();

  const column = element(
    "div",
    { class: "tune-figure" },
    bar.root,
    work.root,
    said.small,
    fan.root,
    element("p", { class: "caption" }, say.fan.note),
    held.line,
    figures.root,
    element("p", { class: "caption" }, `${say.cards.note} ${forecastSentence()}`),
    element("div", { class: "pair" }, tiers.root, ledger.root),
    element("div", { class: "pair" }, added.root),
    held.figures,
  );
  const controls = element(
    "div",
    { class: "tune-controls" },
    planStart(store).root,
    element("h2", {}, say.headings.controls),
    element("p", { class: "caption" }, say.tick),
    planPanel(store).root,
    element("h2", {}, words.shelf.heading),
    planShelf(store).root,
  );
  const repeat = element(
    "section",
    { class: "repeat" },
    element("h2", {}, say.headings.repeat),
    element("p", {}, say.repeat.text),
    element("pre", { tabindex: "0" }, command),
    element("p", { class: "caption" }, say.repeat.note),
  );
  return element(
    "div",
    {},
    heading,
    said.root,
    element("p", { class: "practice caption" }, say.practice),
    element("div", { class: "tune" }, controls, column),
    repeat,
  );
}
