import { adoptionFan, ledgerBars, tierGap } from "@uptake/charts";
import { profileNames, scenario, strategies } from "@uptake/model";
import { answer } from "./answer.js";
import { cards } from "./cards.js";
import { choices, menu } from "./choices.js";
import { controls, doses } from "./controls.js";
import { pngOf, save, svgText } from "./downloads.js";
import { element } from "./element.js";
import { figure } from "./figure.js";
import { queryOf, stateOf } from "./link.js";
import { hasWayIn, moved, scenarioOf, startOf, valuesOf } from "./plan-of-controls.js";
import { runs } from "./runs.js";
import { slider } from "./slider.js";
import { strings } from "./strings.js";
import { timeline } from "./timeline.js";
import { copy, tools } from "./tools.js";
import { csvOf, tableOf, viewOf } from "./view.js";
import { commandOf, yamlOf } from "./yaml.js";

/** Milliseconds in which the moves of a slider become one step of undo. */
const oneMove = 400;

/** Size of a downloaded chart, in pixels. */
const download = { width: 960, height: 540 };

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
  /** What is on show: the view, and where its table of numbers comes from. */
  const opening = {
    view: stored.view,
    table: () => stored.table,
    complete: true,
    done: stored.view.replicates,
    query: "",
  };
  let shown = opening;
  let frame = 0;

  const isStart = () => queryOf(state) === "";

  const simulation = runs({
    onResult({ state: from, plan, baseline, done, complete }) {
      // The first state has more runs than a reply; another district's reply is out of date.
      if (isStart() || from.district !== state.district) return;
      failure = "";
      shown = {
        view: undefined,
        plan,
        baseline,
        table: () => tableOf(plan, baseline),
        complete,
        done,
        query: queryOf(from),
      };
      draw();
    },
    onError(error) {
      failure = error.message;
      drawNotice();
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
  const caption = element("p", { class: "caption" });
  const four = cards();
  const fan = figure("fan", (width) => adoptionFan(shown.view.fan, { width, height: width < 560 ? 250 : 400 }));
  const tiers = figure("tiers", (width) => tierGap(shown.view.tiers, { width }), { said: true });
  const ledger = figure("ledger", (width) => ledgerBars(shown.view.ledger, { width }), { said: true });
  const command = element("code");

  const district = menu({
    name: "district",
    label: strings.district.label,
    choices: profileNames.map((name) => ({ name, title: strings.district.names[name] ?? name })),
    onChoose: (name) => go({ ...state, district: name }),
  });
  const presets = choices({
    label: strings.presets.label,
    choices: strategies.map(({ name, title, doc }) => ({ name, title: strings.presets[name] ?? title, doc })),
    onChoose: (name) => go({ ...state, strategy: name, values: {} }),
  });
  const sliders = controls.map(({ name, max, step, statusQuo }) => {
    const { label, help, value: format } = strings.controls[name];
    const onInput = (value) => {
      state = moved(state, name, value);
      run();
      drawControls();
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
        onChange: () => steps.add(state, oneMove),
      }),
    };
  });
  const bar = tools({
    undo: steps.undo,
    redo: steps.redo,
    copy: () => copy(steps.address(state)),
    png: async () => keep("uptake.png", await pngOf(chartText(), download.width, download.height)),
    svg: () => keep("uptake.svg", chartText(), "image/svg+xml"),
    csv: () => keep("adoption.csv", csvOf(shown.table()), "text/csv"),
    yaml: () =>
      keep(
        "scenario.yaml",
        `# ${commandOf(shown.view)}\n${yamlOf({ version: 1, ...scenarioOf(state) })}`,
        "application/yaml",
      ),
  });

  const keep = (name, content, type = "") => {
    save(name, content, type);
    return strings.tools.saved(name);
  };
  const chartText = () => svgText(adoptionFan(shown.view.fan, { ...download, caption: true }).element);

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
    run();
  }

  function run() {
    drawNotice();
    drawTools();
    if (isStart()) {
      shown = opening;
      draw();
    }
    simulation.request(state);
  }

  function draw() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      shown.view ??= viewOf(shown.plan, shown.baseline);
      const { view, done, complete, query } = shown;
      fan.redraw();
      fan.root.dataset.shown = complete ? query : "running";
      four.draw(view);
      sentence.draw(view, complete);
      caption.textContent = complete
        ? strings.fan.caption(view.replicates, view.seed, view.version)
        : strings.fan.sketch(done, view.replicates);
      tiers.redraw();
      ledger.redraw();
      command.textContent = commandOf(view);
      drawNotice();
    });
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
      ...(shown.complete && shown.view?.suspect ? [strings.suspect] : []),
    ];
    if (lines.join() === [...notice.children].map((line) => line.textContent).join()) return;
    notice.replaceChildren(...lines.map((line) => element("p", {}, line)));
  }

  drawControls();
  run();
  draw();
  return {
    notice,
    answer: sentence.root,
    tools: bar.root,
    fan: fan.root,
    caption,
    cards: element("div", {}, four.root, element("p", { class: "caption" }, strings.cards.note)),
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
