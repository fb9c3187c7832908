import type { Breaks } from "@uptake/study/questions";
import type { ShockSet } from "@uptake/study/stress";
import { answer } from "../kit/answer.js";
import { save } from "../kit/downloads.js";
import { element } from "../kit/element.js";
import { menu } from "../kit/menu.js";
import { planShelf } from "../kit/plan-shelf.js";
import { planStart } from "../kit/plan-start.js";
import { copyLink } from "../kit/share.js";
import { slider } from "../kit/slider.js";
import { noticesOf, status } from "../kit/status.js";
import { tools } from "../kit/tools.js";
import { builtAnswer } from "../plan/built-answer.js";
import { completedOf } from "../plan/lever-settings.js";
import { planFileText } from "../plan/plan-file.js";
import { planStore } from "../plan/plan-store.js";
import { usual } from "../plan/usual.js";
import { breakWords as say } from "../words/break.js";
import { words } from "../words/kit.js";
import { asking } from "./break/asking.js";
import { shockedCurve } from "./break/curve.js";
import { namedTest, worldsOf } from "./break/named-test.js";
import { triedPlans } from "./break/plans.js";
import { ownName, setOf, setsWithin } from "./break/shocks.js";
import { studyText } from "./break/study.js";
import { testFigures } from "./break/test-figures.js";
import { shockTimeline } from "./break/timeline.js";
import { answerOf } from "./break/told.js";

/** Numbers of worlds on offer: with fewer than 50 no circumstance of failure is sought. */
const worldChoices = [25, 50, 100, 200, 400];

/** Makes the page that breaks the plan: shocks on a timeline, the same plan in sampled worlds, and where it fails. */
export async function breakIt(): Promise<HTMLElement> {
  const store = await planStore();
  const said = answer();
  const work = status();
  const tested = status();
  let failure = "";
  let stopped = false;

  const figures = testFigures();
  const first = namedTest(store);
  const built = store.link() === "" ? await builtAnswer<Breaks>("break", first) : undefined;
  const named = asking(
    () => draw(),
    (asked) => (JSON.stringify(asked) === JSON.stringify(first) ? built : undefined),
  );
  const own = asking(() => draw());
  const stopper = element("button", { type: "button", class: "choice", click: () => (stopped ? go() : stop()) });
  const stop = (): void => {
    stopped = true;
    named.stop();
    own.stop();
    draw();
  };
  const go = (): void => {
    stopped = false;
    for (const each of [named, own]) if (each.input()) each.go();
    draw();
  };

  const notices = (leftOut: readonly string[]): void => {
    const broken = [failure, named.failure()?.message ?? "", own.failure()?.message ?? ""].filter(Boolean);
    work.notice([
      ...noticesOf(store.notices()),
      ...[...new Set(broken)].map((message) => words.failed(message)),
      ...(leftOut.length > 0 ? [say.regret.leftOut(leftOut)] : []),
    ]);
  };
  const ask = (): void => {
    const test = namedTest(store);
    const sets = setsWithin(completedOf(store.get().scenario).horizon);
    const shocks = store.get().scenario.shocks ?? [];
    // Shocks that are those of a set with a name are tried under that.
    const isOwn = setOf(shocks, sets) === undefined;
    const mine: ShockSet = { name: ownName, doc: say.sets[ownName] ?? ownName, shocks };
    named.ask(test);
    own.ask(!isOwn ? undefined : { ...test, shocks: [...sets.slice(0, 1), mine] });
    stopped = false;
  };
  const draw = (): void => {
    const { leftOut } = triedPlans(store);
    const { shocks = [], ...rest } = store.get().scenario;
    const on = setOf(shocks, setsWithin(completedOf(rest).horizon)) ?? ownName;
    const [found, mine] = [named.found(), own.found()];
    const busy = named.busy() || own.busy();
    const [a, b] = [named.progress(), own.input() ? own.progress() : [0, 0]];
    const [done, total] = [a[0] + b[0]!, a[1] + b[1]!];
    stopper.hidden = !busy && !stopped;
    stopper.textContent = stopped ? say.test.go : say.test.stop;
    if (busy) tested.progress(done, total);
    else tested.progress(1, 1);
    tested.notice(stopped ? [say.test.stopped(found?.worlds.count ?? 0)] : []);
    figures.draw(found, mine, { ready: !busy, link: store.link(), prebuilt: named.prebuilt() });
    if (found) said.draw(answerOf(found, mine, on), !busy && !stopped);
    else said.wait(done, total);
    notices(leftOut);
  };
  const { curve, difference } = shockedCurve(store, {
    onProgress: (done, total) => work.progress(done, total),
    onError(error) {
      failure = error.message;
      draw();
    },
  });

  const bar = tools({
    undo: () => store.undo(),
    redo: () => store.redo(),
    copy: () => copyLink(store),
    yaml() {
      save("scenario.yaml", planFileText(store.get()), "application/yaml");
      return words.tools.saved("scenario.yaml");
    },
  });
  const success = slider({
    name: "target-share",
    label: say.controls.success,
    help: say.controls.successHelp,
    max: 1,
    step: 0.05,
    format: say.controls.successValue,
    onInput: (share, gesture) => store.change("target.share", Math.max(0.05, share), gesture),
  });
  const worlds = menu({
    name: "worlds",
    label: say.controls.worlds,
    choices: worldChoices.map((count) => ({ name: String(count), title: say.controls.worldsTitle(count) })),
    onChoose: (count) => store.change("replicates", Number(count) === usual.replicates ? undefined : Number(count)),
  });
  const study = element(
    "button",
    {
      type: "button",
      class: "choice",
      click: () => {
        const asked = named.input();
        const [, mine] = own.input()?.shocks ?? [];
        const shocks = [...(asked?.shocks ?? []), ...(mine ? [mine] : [])];
        if (asked) save(say.repeat.tool, studyText({ ...asked, shocks }), "application/yaml");
      },
    },
    say.repeat.tool,
  );

  const changed = (): void => {
    const { scenario, replicates = usual.replicates } = store.get();
    bar.enable({ undo: store.canUndo(), redo: store.canRedo() });
    success.set(completedOf(scenario).target.share);
    const count = worldsOf(replicates);
    worlds.offer({ name: String(count), title: say.controls.worldsTitle(count) });
    worlds.set(String(count), say.controls.worldsNote);
    failure = "";
    ask();
    draw();
  };
  store.subscribe(changed);
  changed();

  const column = element(
    "div",
    { class: "tune-figure" },
    bar.root,
    work.root,
    curve.root,
    shockTimeline(store).root,
    difference.root,
    element(
      "section",
      { class: "test" },
      element("h2", {}, say.test.heading),
      element("p", { class: "caption" }, say.test.intro),
      element("div", { class: "test-work" }, tested.root, stopper),
      figures.root,
    ),
  );
  const controls = element(
    "div",
    { class: "tune-controls" },
    element("h2", {}, say.controls.heading),
    planStart(store).root,
    success.root,
    worlds.root,
    element("h2", {}, words.shelf.heading),
    element("p", { class: "caption" }, say.controls.shelf),
    planShelf(store).root,
  );
  const repeat = element(
    "section",
    { class: "repeat" },
    element("h2", {}, say.repeat.heading),
    element("p", {}, say.repeat.text),
    study,
    element("pre", { tabindex: "0" }, element("code", {}, `pnpm uptake study ${say.repeat.tool}`)),
  );
  return element(
    "div",
    { class: "break" },
    element("h1", {}, say.question),
    said.root,
    element("div", { class: "tune" }, controls, column),
    repeat,
  );
}
