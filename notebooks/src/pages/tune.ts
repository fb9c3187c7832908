import { adoptionFan, type FanData, fanSketch, ledgerBars, tierGap } from "@uptake/charts";
import { profileNames, scenario } from "@uptake/model";
import { forecastSentence } from "@uptake/study/forecast";
import { answer } from "../kit/answer.js";
import { cards } from "../kit/cards.js";
import { choices } from "../kit/choices.js";
import { pngOf, save, svgText } from "../kit/downloads.js";
import { element } from "../kit/element.js";
import { figure } from "../kit/figure.js";
import { menu } from "../kit/menu.js";
import { slider } from "../kit/slider.js";
import { copy, tools } from "../kit/tools.js";
import { controls, doses } from "../plan/controls.js";
import { queryOf, stateOf } from "../plan/link.js";
import { hasWayIn, moved, offered, type PageState, scenarioOf, startOf, valuesOf } from "../plan/plan-of-controls.js";
import { timeline } from "../plan/timeline.js";
import { commandOf, yamlOf } from "../plan/yaml.js";
import { words } from "../words/kit.js";
import { tuneWords } from "../words/tune.js";
import { runs } from "./tune/runs.js";
import { csvOf, fanOf, replicates, seed, type TableRow, tableOf, type View, viewOf } from "./tune/view.js";

/** Holds the page's first answer, computed when the site is built. */
export interface Stored {
  readonly view: View;
  readonly table: readonly TableRow[];
}

/** Holds what is on show: of which address, after how many runs, and how to come by its view, its fan alone and its table. */
interface Shown {
  readonly query: string;
  readonly done: number;
  readonly complete: boolean;
  readonly fan: () => FanData;
  readonly view: () => View;
  readonly table: () => readonly TableRow[];
}

/** Milliseconds in which the moves of a slider become one step of undo. */
const oneMove = 400;

/** Milliseconds between two drawings of the same setting's curve while its runs come in, and of what stands beside it. */
const curveEvery = 120;
const restEvery = 400;

/** Whether the curve stays on screen above the controls, and so must be low. */
const narrow = matchMedia("(max-width: 760px)");

/** Size of a downloaded chart, in pixels. */
const download = { width: 960, height: 540 };

/** Works a value out when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Makes the parts of the home page and ties them together. What happens while a slider is dragged stays out of
 * Framework's reactive runtime: the slider asks for runs, and each reply is drawn in the next frame.
 */
export function tune(stored: Stored): HTMLElement {
  const link = stateOf(location.search);
  let state: PageState = link.state;
  let faults: readonly string[] = link.faults;
  let failure = "";
  const opening: Shown = {
    query: "",
    done: stored.view.replicates,
    complete: true,
    fan: () => stored.view.fan,
    view: () => stored.view,
    table: () => stored.table,
  };
  let shown = opening;
  /** Business as usual of each district whose runs are there. */
  const today = new Map([[stateOf("").state.district, stored.view.fan.today]]);
  let frame = 0;
  let drawn = { query: "", at: 0 };
  let rest: ReturnType<typeof setTimeout> | undefined;
  let restDrawn = 0;
  /** Those who wait until what is on show is complete and of the state. */
  const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];

  const isStart = (): boolean => queryOf(state) === "";

  const simulation = runs({
    onResult(result) {
      const { state: from, plan: own } = result.request;
      // The first state has more runs than a reply; another district's reply is out of date.
      if (isStart() || from.district !== state.district) return;
      failure = "";
      const common = { query: queryOf(from), done: result.done, complete: !result.sketch };
      if (result.sketch) {
        const { version, scenario } = own;
        const median = (): readonly number[] => result.median("adoption");
        const sketched = (): FanData =>
          fanSketch({ median: median(), done: result.done, scenario, seed, version }, today.get(from.district) ?? null);
        shown = { ...shown, ...common, fan: once(sketched) };
      } else {
        const [plan, baseline] = [result.plan(), result.baseline()];
        shown = {
          ...common,
          fan: once(() => fanOf(plan, baseline)),
          view: once(() => viewOf(plan, baseline)),
          table: () => tableOf(plan, baseline),
        };
        today.set(from.district, shown.fan().today);
      }
      if (shown.complete || drawn.query !== shown.query || performance.now() - drawn.at > curveEvery) draw();
    },
    onError(error) {
      failure = error.message;
      drawNotice();
      for (const { reject } of waiting.splice(0)) reject(error);
    },
  });
  const steps = timeline({
    write: queryOf,
    onPush: drawTools,
    onMove() {
      ({ state, faults } = stateOf(location.search));
      follow();
    },
  });

  const notice = element("div", { class: "notice", role: "status" });
  const sentence = answer();
  const caption = element("p", { class: "caption caption-fan" });
  const four = cards();
  const fan = figure("fan", (width) => adoptionFan(shown.fan(), { width, height: narrow.matches ? 250 : 400 }));
  const tiers = figure("tiers", (width) => tierGap(shown.view().tiers, { width }), { said: true });
  const ledger = figure("ledger", (width) => ledgerBars(shown.view().ledger, { width }), { said: true });
  const command = element("code");

  const district = menu({
    name: "district",
    label: tuneWords.district.label,
    choices: profileNames.map((name) => ({ name, title: tuneWords.district.names[name] ?? name })),
    onChoose: (name) => go({ ...state, district: name }),
  });
  const presets = choices({
    label: tuneWords.presets.label,
    choices: offered.map(({ name, title, doc }) => ({ name, title: tuneWords.presets.names[name] ?? title, doc })),
    onChoose: (name) => go({ ...state, strategy: name, values: {} }),
  });
  const sliders = controls.map(({ name, max, step, statusQuo }) => {
    const { label, help, value: format } = tuneWords.controls[name];
    const onInput = (value: number): void => {
      state = moved(state, name, value);
      faults = [];
      run(true);
      presets.set(state.strategy, Object.keys(state.values).length > 0);
    };
    return {
      name,
      ...slider({
        name,
        label,
        help,
        max,
        step,
        statusQuo,
        format,
        onInput,
        onChange() {
          steps.add(state, oneMove);
          drawTools();
          run();
        },
      }),
    };
  });
  const bar = tools({
    undo: steps.undo,
    redo: steps.redo,
    copy: () => copy(steps.address(state)),
    png: () => keep("uptake.png", () => pngOf(chartText())),
    svg: () => keep("uptake.svg", chartText, "image/svg+xml"),
    csv: () => keep("adoption.csv", () => csvOf(shown.table()), "text/csv"),
    yaml: () => keep("scenario.yaml", scenarioText, "application/yaml"),
  });

  /** Has a file saved of what is on show, once that is complete. */
  const keep = async (name: string, content: () => string | Promise<Blob>, type = ""): Promise<string> => {
    await settled();
    save(name, await content(), type);
    return words.tools.saved(name);
  };
  const scenarioText = (): string => `# ${commandOf(shown.view())}\n${yamlOf({ version: 1, ...scenarioOf(state) })}`;
  const chartText = (): string => {
    const { element: chart, sentence: said } = adoptionFan(shown.fan(), { ...download, caption: true });
    const plan = tuneWords.presets.names[state.strategy] ?? offered.find(({ name }) => name === state.strategy)?.title;
    const changed = Object.keys(state.values).length > 0;
    const title = tuneWords.fan.title(
      plan ?? state.strategy,
      changed,
      tuneWords.district.names[state.district] ?? state.district,
    );
    return svgText(chart, title, said);
  };

  /** Goes to a state that the reader chose. */
  function go(next: PageState): void {
    state = next;
    faults = [];
    steps.add(state);
    follow();
  }

  /** Brings everything in line with the state. */
  function follow(): void {
    drawControls();
    drawNotice();
    drawTools();
    run();
  }

  function run(dragging = false): void {
    if (isStart()) {
      shown = opening;
      failure = "";
      draw();
    }
    simulation.request(state, dragging);
  }

  /** Draws the curve in the next frame, and after that what stands beside it. */
  function draw(): void {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const { query, done, complete } = shown;
      drawn = { query, at: performance.now() };
      fan.redraw();
      if (!complete) delete fan.root.dataset.settled;
      if (!complete) caption.textContent = tuneWords.fan.sketch(done, replicates);
      const wait = complete ? 0 : Math.max(0, restDrawn + restEvery - performance.now());
      if (complete) clearTimeout(rest);
      if (complete || !rest) rest = setTimeout(drawRest, wait);
    });
  }

  function drawRest(): void {
    rest = undefined;
    restDrawn = performance.now();
    const { complete, query, done } = shown;
    const view = shown.view();
    const usual = shown === opening && !isStart();
    const told = complete && !usual;
    tiers.root.classList.toggle("stale", !told);
    ledger.root.classList.toggle("stale", !told);
    if (!told) {
      four.clear();
      sentence.wait(usual ? 0 : done, replicates);
    } else {
      four.draw(view.cards);
      sentence.draw({ ...view, funded: view.fan.funded }, isSettled());
    }
    if (complete) tiers.redraw();
    if (complete) ledger.redraw();
    if (usual) caption.textContent = tuneWords.fan.usual;
    else if (complete) {
      caption.textContent = tuneWords.fan.caption(view.replicates, view.seed, view.version);
      command.textContent = commandOf(view);
      fan.root.dataset.settled = query;
    }
    drawNotice();
    if (isSettled()) for (const { resolve } of waiting.splice(0)) resolve();
  }

  function isSettled(): boolean {
    return shown.complete && shown.query === queryOf(state);
  }

  /** Waits until every run of the state is on show; fails where no run can come. */
  function settled(): Promise<void> | undefined {
    return isSettled() ? undefined : new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
  }

  function drawControls(): void {
    const own = valuesOf(state.strategy);
    for (const { name, set } of sliders) {
      const month = name in state.values ? 0 : startOf(state.strategy, name);
      set(state.values[name] ?? own[name], month > 0 ? tuneWords.from(month) : "");
    }
    presets.set(state.strategy, Object.keys(state.values).length > 0);
    const { schools } = simulation.districtOf(state.district);
    const teachers = schools.reduce((sum, school) => sum + school.teachers, 0);
    district.set(state.district, tuneWords.district.size(schools.length, teachers));
  }

  function drawTools(): void {
    bar.enable({ undo: steps.canUndo(), redo: steps.canRedo() });
  }

  function drawNotice(): void {
    const values = { ...valuesOf(state.strategy), ...state.values };
    const idle = doses.some((name) => values[name] > 0) && !hasWayIn(scenario(scenarioOf(state)));
    const lines = [
      ...(faults.length > 0 ? [[words.link.title, ...faults].join(" ")] : []),
      ...(failure ? [words.failed(failure)] : []),
      ...(idle ? [tuneWords.noWayIn] : []),
      ...(shown.complete && shown.view().suspect.fast ? [tuneWords.fast] : []),
      ...(shown.complete && shown.view().suspect.slow ? [tuneWords.slow] : []),
    ];
    if (lines.join() === [...notice.children].map((line) => line.textContent).join()) return;
    notice.replaceChildren(...lines.map((line) => element("p", {}, line)));
  }

  follow();
  draw();
  const h2 = (text: string): HTMLElement => element("h2", {}, text);
  const { headings } = tuneWords;
  return element(
    "div",
    {},
    notice,
    sentence.root,
    element(
      "div",
      { class: "tune" },
      element(
        "div",
        { class: "tune-figure" },
        bar.root,
        fan.root,
        caption,
        element("div", {}, four.root, element("p", { class: "caption" }, `${words.cards.note} ${forecastSentence()}`)),
        element(
          "div",
          { class: "pair" },
          element("section", {}, h2(headings.tiers), tiers.root),
          element("section", {}, h2(headings.ledger), ledger.root),
        ),
      ),
      element(
        "div",
        { class: "tune-controls" },
        district.root,
        presets.root,
        h2(headings.controls),
        element("div", { class: "controls" }, ...sliders.map(({ root }) => root)),
      ),
    ),
    element(
      "section",
      { class: "repeat" },
      h2(headings.repeat),
      element("p", {}, tuneWords.repeat.text),
      element("pre", { tabindex: "0" }, command),
      element("p", { class: "caption" }, tuneWords.repeat.note),
    ),
  );
}
