import { adoptionFan, ledgerBars, tierGap } from "@uptake/charts";
import { profileNames, scenario } from "@uptake/model";
import { forecastSentence } from "@uptake/study/forecast";
import { answer } from "./answer.js";
import { cards } from "./cards.js";
import { choices, menu } from "./choices.js";
import { controls, doses } from "./controls.js";
import { pngOf, save, svgText } from "./downloads.js";
import { element } from "./element.js";
import { figure } from "./figure.js";
import { queryOf, stateOf } from "./link.js";
import { hasWayIn, moved, offered, scenarioOf, startOf, valuesOf } from "./plan-of-controls.js";
import { runs } from "./runs.js";
import { slider } from "./slider.js";
import { strings } from "./strings.js";
import { timeline } from "./timeline.js";
import { copy, tools } from "./tools.js";
import { csvOf, fanOf, replicates, tableOf, viewOf } from "./view.js";
import { commandOf, yamlOf } from "./yaml.js";

/** Milliseconds in which the moves of a slider become one step of undo. */
const oneMove = 400;

/** Milliseconds between two drawings of the same setting's curve while its runs come in, and of what stands beside it. */
const curveEvery = 120;
const restEvery = 400;

/** Whether the curve stays on screen above the controls, and so must be low. */
const narrow = matchMedia("(max-width: 760px)");

/** Runs below which nothing is said of a plan in words and figures. */
const fewestRuns = 25;

/** Size of a downloaded chart, in pixels. */
const download = { width: 960, height: 540 };

/** Works a value out when it is first asked for. */
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Makes the parts of the home page and ties them together. What happens while a slider is dragged stays out of
 * Framework's reactive runtime: the slider asks for runs, and each reply is drawn in the next frame.
 *
 * @param {{ view: any, table: unknown[][] }} stored The page's first state, computed beforehand.
 */
export function home(stored) {
  const link = stateOf(location.search);
  let { state } = link;
  let { faults } = link;
  let failure = "";
  /** What is on show: of which address, after how many runs, and how to come by its view, its fan alone and its table. */
  const opening = {
    query: "",
    done: stored.view.replicates,
    complete: true,
    fan: () => stored.view.fan,
    view: () => stored.view,
    table: () => stored.table,
  };
  let shown = opening;
  let frame = 0;
  let drawn = { query: "", at: 0 };
  let rest = 0;
  let restDrawn = 0;
  /** Those who wait until what is on show is complete and of the state. */
  const waiting = [];

  const isStart = () => queryOf(state) === "";

  const simulation = runs({
    onResult({ state: from, plan, baseline, done, complete }) {
      // The first state has more runs than a reply; another district's reply is out of date.
      if (isStart() || from.district !== state.district) return;
      failure = "";
      shown = {
        query: queryOf(from),
        done,
        complete,
        fan: once(() => fanOf(plan(), baseline)),
        view: once(() => viewOf(plan(), baseline)),
        table: () => tableOf(plan(), baseline),
      };
      if (complete || drawn.query !== shown.query || performance.now() - drawn.at > curveEvery) draw();
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
    label: strings.district.label,
    choices: profileNames.map((name) => ({ name, title: strings.district.names[name] ?? name })),
    onChoose: (name) => go({ ...state, district: name }),
  });
  const presets = choices({
    label: strings.presets.label,
    choices: offered.map(({ name, title, doc }) => ({ name, title: strings.presets[name] ?? title, doc })),
    onChoose: (name) => go({ ...state, strategy: name, values: {} }),
  });
  const sliders = controls.map(({ name, max, step, statusQuo }) => {
    const { label, help, value: format } = strings.controls[name];
    const onInput = (value) => {
      state = moved(state, name, value);
      faults = [];
      run();
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
  const keep = async (name, content, type = "") => {
    await settled();
    save(name, await content(), type);
    return strings.tools.saved(name);
  };
  const scenarioText = () => `# ${commandOf(shown.view())}\n${yamlOf({ version: 1, ...scenarioOf(state) })}`;
  const chartText = () => {
    const { element: chart, sentence: said } = adoptionFan(shown.fan(), { ...download, caption: true });
    const plan = strings.presets[state.strategy] ?? offered.find(({ name }) => name === state.strategy)?.title;
    const changed = Object.keys(state.values).length > 0;
    const title = strings.fan.title(plan, changed, strings.district.names[state.district] ?? state.district);
    return svgText(chart, title, said);
  };

  /** Goes to a state that the reader chose. */
  function go(next) {
    state = next;
    faults = [];
    steps.add(state);
    follow();
  }

  /** Brings everything in line with the state. */
  function follow() {
    drawControls();
    drawNotice();
    drawTools();
    run();
  }

  function run() {
    if (isStart()) {
      shown = opening;
      failure = "";
      draw();
    }
    simulation.request(state);
  }

  /** Draws the curve in the next frame, and after that what stands beside it. */
  function draw() {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const { query, done, complete } = shown;
      drawn = { query, at: performance.now() };
      fan.redraw();
      if (!complete) delete fan.root.dataset.settled;
      if (!complete) caption.textContent = strings.fan.sketch(done, replicates);
      const wait = complete ? 0 : Math.max(0, restDrawn + restEvery - performance.now());
      if (complete) clearTimeout(rest);
      if (complete || !rest) rest = setTimeout(drawRest, wait);
    });
  }

  function drawRest() {
    rest = 0;
    restDrawn = performance.now();
    const { complete, query, done } = shown;
    const view = shown.view();
    const usual = shown === opening && !isStart();
    if (usual || view.replicates < fewestRuns) {
      four.clear();
      sentence.wait(usual ? 0 : done, replicates);
    } else {
      four.draw(view);
      sentence.draw(view, isSettled());
    }
    tiers.redraw();
    ledger.redraw();
    if (usual) caption.textContent = strings.fan.usual;
    else if (complete) {
      caption.textContent = strings.fan.caption(view.replicates, view.seed, view.version);
      command.textContent = commandOf(view);
      fan.root.dataset.settled = query;
    }
    drawNotice();
    if (isSettled()) for (const { resolve } of waiting.splice(0)) resolve();
  }

  function isSettled() {
    return shown.complete && shown.query === queryOf(state);
  }

  /** Waits until every run of the state is on show; fails where no run can come. */
  function settled() {
    return isSettled() ? undefined : new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  }

  function drawControls() {
    const own = valuesOf(state.strategy);
    for (const { name, set } of sliders) {
      const month = name in state.values ? 0 : startOf(state.strategy, name);
      set(state.values[name] ?? own[name], month > 0 ? strings.from(month) : "");
    }
    presets.set(state.strategy, Object.keys(state.values).length > 0);
    const { schools } = simulation.districtOf(state.district);
    const teachers = schools.reduce((sum, school) => sum + school.teachers, 0);
    district.set(state.district, strings.district.size(schools.length, teachers));
  }

  function drawTools() {
    bar.enable({ undo: steps.canUndo(), redo: steps.canRedo() });
  }

  function drawNotice() {
    const values = { ...valuesOf(state.strategy), ...state.values };
    const idle = doses.some((name) => values[name] > 0) && !hasWayIn(scenario(scenarioOf(state)));
    const lines = [
      ...(faults.length > 0 ? [[strings.link.title, ...faults].join(" ")] : []),
      ...(failure ? [strings.failed(failure)] : []),
      ...(idle ? [strings.noWayIn] : []),
      ...(shown.complete && shown.view().suspect.fast ? [strings.fast] : []),
      ...(shown.complete && shown.view().suspect.slow ? [strings.slow] : []),
    ];
    if (lines.join() === [...notice.children].map((line) => line.textContent).join()) return;
    notice.replaceChildren(...lines.map((line) => element("p", {}, line)));
  }

  follow();
  draw();
  return {
    notice,
    answer: sentence.root,
    tools: bar.root,
    fan: fan.root,
    caption,
    cards: element(
      "div",
      {},
      four.root,
      element("p", { class: "caption" }, `${strings.cards.note} ${forecastSentence()}`),
    ),
    district: district.root,
    presets: presets.root,
    controls: element("div", { class: "controls" }, ...sliders.map(({ root }) => root)),
    tiers: tiers.root,
    ledger: ledger.root,
    repeat: element(
      "div",
      {},
      element("p", {}, strings.repeat.text),
      element("pre", { tabindex: "0" }, command),
      element("p", { class: "caption" }, strings.repeat.note),
    ),
  };
}
