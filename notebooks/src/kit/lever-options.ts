import { leverNamed, usedIn, withLever } from "../plan/lever-settings.js";
import type { PlanStore } from "../plan/plan-store.js";
import { panelWords as say } from "../words/levers.js";
import { element } from "./element.js";
import { menu } from "./menu.js";

/** Holds what of a lever is chosen once; `draw` shows what the plan has. */
export interface LeverOptions {
  readonly root: HTMLElement;
  draw(): void;
}

/** Makes menus and number fields of what is chosen once: who is invited first, months between waves. */
export function leverOptions(store: PlanStore, name: string): LeverOptions {
  const { choices = [], counts = [] } = leverNamed(name);
  const used = (): Readonly<Record<string, unknown>> => usedIn(store.get().scenario, name) ?? {};
  const write = (key: string, value: string | number): void => {
    const state = store.get();
    store.set({ ...state, scenario: withLever(state.scenario, name, { [key]: value }) });
  };
  const menus = choices.map((choice) => {
    const made = menu({
      name: `${name}-${choice.name}`,
      label: choice.doc,
      choices: choice.options.map((option) => ({ name: option, title: say.options[option] ?? option })),
      onChoose: (chosen) => write(choice.name, chosen),
    });
    return { root: made.root, draw: () => made.set(String(used()[choice.name] ?? choice.default), "") };
  });
  const fields = counts.map((count) => {
    const [low, high] = count.range;
    const field: HTMLInputElement = element("input", {
      type: "number",
      class: "field",
      min: low,
      max: high,
      change: () => {
        const value = Math.round(Math.min(high, Math.max(low, field.valueAsNumber)));
        if (Number.isFinite(value)) write(count.name, value);
        field.valueAsNumber = Number(used()[count.name] ?? count.default);
      },
    });
    return {
      root: element("label", { class: "count" }, element("span", {}, count.doc), field, element("i", {}, count.unit)),
      draw: () => {
        field.valueAsNumber = Number(used()[count.name] ?? count.default);
      },
    };
  });
  const all = [...menus, ...fields];
  const root = element("div", { class: "lever-options" }, ...all.map((one) => one.root));
  return {
    root,
    draw() {
      root.hidden = usedIn(store.get().scenario, name) === undefined;
      for (const one of all) one.draw();
    },
  };
}
