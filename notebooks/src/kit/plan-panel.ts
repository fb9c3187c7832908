import { levers as catalogue } from "@uptake/model";
import { leverNamed, usedIn, withLever } from "../plan/lever-settings.js";
import { type PlanControl, planControls, settingCount, valueOfControl } from "../plan/plan-controls.js";
import type { PlanStore } from "../plan/plan-store.js";
import { panelWords as say, wordsOfControl } from "../words/levers.js";
import { type EffectStrip, effectStrip } from "./effect-strip.js";
import { element } from "./element.js";
import { leverEvidence } from "./lever-evidence.js";
import { leverOptions } from "./lever-options.js";
import { leverTiming } from "./lever-timing.js";
import { setText } from "./set-text.js";
import { type Slider, slider } from "./slider.js";

/** Holds the panel that a plan is set with. */
export interface PlanPanel {
  readonly root: HTMLElement;
}

interface Shown {
  readonly control: PlanControl;
  readonly slider: Slider;
  readonly strip: EffectStrip;
}

/** Tells whether a lever stands for one of the six lessons; the others are what the networks add. */
const isLesson = (lever: string): boolean => /^Lesson \d/.test(leverNamed(lever).lesson);

const docOf = ({ lever, settings }: PlanControl): string =>
  leverNamed(lever).settings.find(({ name }) => name === settings[0])?.doc ?? "";

/**
 * Makes the panel of the plan's levers, grouped by lesson: plain sliders first, every other setting behind one click. Each
 * has its unit, the status quo, a line of help, and a strip of what it does to the answer; each lever its timing and what it
 * rests on. What is in force but not in sight is told beside it.
 */
export function planPanel(store: PlanStore): PlanPanel {
  let moving: string | undefined;
  const shown = new Map<string, Shown>();
  const drawers = new Map<string, () => void>();

  const show = (control: PlanControl): HTMLElement => {
    const { label, value, help } = wordsOfControl(control.name, docOf(control));
    const made = slider({
      name: control.name.replaceAll(".", "-"),
      label,
      help,
      max: control.max,
      step: control.step,
      statusQuo: control.statusQuo,
      format: value,
      onNear: () => strip.wake(),
      onInput(to, gesture) {
        const state = store.get();
        moving = control.name;
        store.set({ ...state, scenario: withLever(state.scenario, control.lever, control.write(to)) }, gesture);
        moving = undefined;
      },
    });
    const strip = effectStrip(store, control, made.under);
    shown.set(control.name, { control, slider: made, strip });
    return made.root;
  };

  const draw = (one: Shown): void => {
    const use = usedIn(store.get().scenario, one.control.lever);
    const value = valueOfControl(one.control, use);
    const start = typeof use?.start === "number" && use.start > 0 ? `, ${say.from(use.start)}` : "";
    one.slider.enable(!one.control.fraction || use !== undefined);
    if (value === undefined) one.slider.set(one.control.statusQuo, say.varies);
    else one.slider.set(value, start);
  };

  const groups = catalogue.map(({ name, lesson }) => leverGroup(name, lesson));

  function leverGroup(lever: string, lesson: string): HTMLElement {
    const controls = planControls.filter((control) => control.lever === lever);
    const timing = leverTiming(store, lever);
    const more = element("div", { class: "lever-more" });
    const besides = element("p", { class: "lever-besides" });
    const plain = controls.filter(({ plain: isPlain }) => isPlain).map(show);
    let options: ReturnType<typeof leverOptions> | undefined;
    drawers.set(lever, () => {
      if (all && more.childElementCount === 0) {
        options = leverOptions(store, lever);
        const others = controls.filter((control) => !control.plain).map(show);
        more.append(...others, options.root);
      }
      more.hidden = !all;
      options?.draw();
      timing.draw();
      const hidden = all ? [] : hiddenOf(store, lever);
      besides.hidden = hidden.length === 0;
      setText(besides, hidden.length === 0 ? "" : `${say.besides}${hidden.join(", ")}.`);
    });
    return element(
      "section",
      { class: "lever", "data-lever": lever },
      element("h3", {}, isLesson(lever) ? lesson : lesson.replace(/ \(.*\)$/, "").replaceAll("'", "’")),
      ...plain,
      besides,
      more,
      element("div", { class: "lever-notes" }, timing.root, leverEvidence(lever)),
    );
  }

  let all = false;
  const toggle = element(
    "button",
    {
      type: "button",
      class: "choice panel-all",
      "aria-pressed": "false",
      click: () => {
        all = !all;
        toggle.setAttribute("aria-pressed", String(all));
        drawAll();
      },
    },
    say.all(settingCount),
  );
  function drawAll(lever?: string): void {
    for (const [name, drawer] of drawers) if (lever === undefined || name === lever) drawer();
    for (const one of shown.values()) if (lever === undefined || one.control.lever === lever) draw(one);
  }

  store.subscribe(() => {
    for (const [name, { strip }] of shown) if (name !== moving) strip.clear();
    // While a slider moves, nothing else in the panel does but its own lever.
    const lever = moving === undefined ? undefined : shown.get(moving)?.control.lever;
    drawAll(lever);
  });
  drawAll();
  const lessons = groups.filter((_, i) => isLesson(catalogue[i]?.name ?? ""));
  return {
    root: element(
      "div",
      { class: "panel" },
      toggle,
      ...lessons,
      element("h2", {}, say.structures),
      ...groups.filter((group) => !lessons.includes(group)),
    ),
  };
}

/** Tells what of a lever is in force and has no plain slider, so that nothing is paid for unseen. */
function hiddenOf(store: PlanStore, lever: string): string[] {
  const use = usedIn(store.get().scenario, lever);
  if (!use) return [];
  const inSight = new Set(
    planControls.filter((control) => control.lever === lever && control.plain).flatMap(({ settings }) => settings),
  );
  return planControls
    .filter((control) => control.lever === lever && !control.plain && !inSight.has(control.settings[0] ?? ""))
    .flatMap((control) => {
      const value = control.read(use);
      const { label, value: format } = wordsOfControl(control.name, docOf(control));
      if (value === control.statusQuo) return [];
      const [amount] = value === undefined ? say.varies : format(value);
      return [`${label.toLowerCase()} ${amount}`];
    });
}
