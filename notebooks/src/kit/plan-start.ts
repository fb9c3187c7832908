import { offered } from "../plan/offered.js";
import type { PlanStore } from "../plan/plan-store.js";
import { simulation } from "../service/simulation.js";
import { words } from "../words/kit.js";
import { titleOf } from "../words/title-of.js";
import { choices } from "./choices.js";
import { districtMenu, titleOfDistrict } from "./district-menu.js";
import { element } from "./element.js";

const { start: say } = words;

/** Names a district in words. */
export function districtTitle(store: PlanStore): string {
  return titleOfDistrict(store.get().scenario.district);
}

/** Names the strategy of the plan in words: `name` is that it begins with, `title` its own where it has one. */
export function strategyTitle(store: Pick<PlanStore, "get">): {
  readonly name: string;
  readonly title: string;
  /** Whether levers were set over what the title names. */
  readonly changed: boolean;
  /** Whether it is a shipped strategy as it ships. */
  readonly asShipped: boolean;
} {
  const { strategy = "business-as-usual", levers } = store.get().scenario;
  const given = typeof strategy === "string" ? { base: strategy } : strategy;
  const name = given.base ?? given.name ?? "";
  // Levers under a name of one's own are that strategy.
  const own = given.name !== undefined && titleOf(given.name) === undefined ? given.name : undefined;
  const changed = levers !== undefined || (own === undefined && given.levers !== undefined);
  return { name, title: own ?? titleOf(name) ?? name, changed, asShipped: !changed && own === undefined };
}

/** Makes the choice of district and of the strategy that a plan begins with. */
export function planStart(store: PlanStore): { readonly root: HTMLElement } {
  const district = districtMenu({
    name: "district",
    label: say.district,
    onChoose: (chosen) => store.change("district", chosen),
  });
  const presets = choices({
    label: say.presets,
    choices: offered.map(({ name, title, doc }) => ({ name, title: say.strategies[name] ?? title, doc })),
    onChoose(name) {
      const state = store.get();
      const { levers: _, ...rest } = state.scenario;
      store.set({ ...state, scenario: { ...rest, strategy: name } });
    },
  });
  const draw = (): void => {
    const { scenario } = store.get();
    const { name, asShipped } = strategyTitle(store);
    presets.set(name, !asShipped);
    const { schools } = simulation().districtOf(scenario);
    const teachers = schools.reduce((sum, school) => sum + school.teachers, 0);
    const ships = typeof (scenario.district ?? "") === "string";
    district.set(scenario.district, (ships ? say.size : say.ownSize)(schools.length, teachers));
  };
  store.subscribe((moving) => {
    if (!moving) draw();
    else presets.set(strategyTitle(store).name, !strategyTitle(store).asShipped);
  });
  draw();
  return { root: element("div", { class: "plan-start" }, district.root, presets.root) };
}
