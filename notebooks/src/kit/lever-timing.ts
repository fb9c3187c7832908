import { completedOf, usedIn, withLever } from "../plan/lever-settings.js";
import type { PlanStore } from "../plan/plan-store.js";
import { panelWords as say } from "../words/levers.js";
import { element } from "./element.js";
import { slider } from "./slider.js";

/** Holds when a lever is in use; `draw` shows what the plan has. */
export interface LeverTiming {
  readonly root: HTMLElement;
  draw(): void;
}

/** Months between two places of the sliders. */
const step = 3;

/** Makes two sliders of when a lever starts and how long it lasts; hidden while the plan does not use the lever. */
export function leverTiming(store: PlanStore, lever: string): LeverTiming {
  const horizon = completedOf(store.get().scenario).horizon;
  const spanOf = (): { readonly start: number; readonly length: number } => {
    const { scenario } = store.get();
    const { start = 0, end = completedOf(scenario).funded } = usedIn(scenario, lever) ?? {};
    return { start, length: end - start };
  };
  const write = (start: number, length: number, gesture: string): void => {
    const { scenario } = store.get();
    const { funded } = completedOf(scenario);
    const end = Math.max(start + 1, Math.min(horizon, start + length));
    const values = { start: start === 0 ? undefined : start, end: end === funded ? undefined : end };
    store.set({ ...store.get(), scenario: withLever(scenario, lever, values) }, gesture);
  };
  const common = { max: horizon, step, help: "" };
  const start = slider({
    ...common,
    name: `${lever}-start`,
    label: say.start,
    format: say.startValue,
    onInput: (value, gesture) => write(Math.min(value, horizon - 1), spanOf().length, gesture),
  });
  const length = slider({
    ...common,
    name: `${lever}-length`,
    label: say.length,
    format: say.lengthValue,
    onInput: (value, gesture) => write(spanOf().start, Math.max(1, value), gesture),
  });
  const root = element("details", { class: "lever-timing" }, element("summary", {}, say.when), start.root, length.root);
  return {
    root,
    draw() {
      root.hidden = usedIn(store.get().scenario, lever) === undefined;
      const span = spanOf();
      start.set(span.start);
      length.set(span.length);
    },
  };
}
