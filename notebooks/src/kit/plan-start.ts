import { profileNames, strategies } from "@uptake/model";
import { offered } from "../plan/offered.js";
import { ownDistricts } from "../plan/own-districts.js";
import type { PlanStore } from "../plan/plan-store.js";
import { simulation } from "../service/simulation.js";
import { words } from "../words/kit.js";
import { choices } from "./choices.js";
import { element } from "./element.js";
import { menu } from "./menu.js";

const { start: say } = words;

/** Begins the names of a reader's own districts in the menu. */
const own = "own:";

/** Names a district in words. */
export function districtTitle(store: PlanStore): string {
  const { scenario } = store.get();
  const { district = "colorado-springs-d11" } = scenario;
  return typeof district === "string" ? (say.districts[district] ?? district) : simulation().districtOf(scenario).name;
}

/** Names the strategy of the plan in words, and whether anything of it was changed. */
export function strategyTitle(store: Pick<PlanStore, "get">): {
  readonly name: string;
  readonly title: string;
  readonly changed: boolean;
} {
  const { strategy = "business-as-usual", levers } = store.get().scenario;
  const given = typeof strategy === "string" ? strategy : (strategy.base ?? strategy.name ?? "");
  const found = strategies.find((each) => each.name === given);
  const changed = levers !== undefined || (typeof strategy !== "string" && strategy.levers !== undefined);
  return { name: given, title: say.strategies[given] ?? found?.title ?? given, changed };
}

/** Makes the choice of district and of the strategy that a plan begins with. */
export function planStart(store: PlanStore): { readonly root: HTMLElement } {
  const district = menu({
    name: "district",
    label: say.district,
    choices: [
      ...profileNames.map((name) => ({ name, title: say.districts[name] ?? name })),
      ...ownDistricts().map(({ name }) => ({ name: `${own}${name}`, title: say.own(name) })),
    ],
    onChoose(name) {
      const kept = ownDistricts().find((each) => `${own}${each.name}` === name);
      if (kept) store.change("district", kept.district);
      else if (!name.startsWith(own)) store.change("district", name);
      else draw();
    },
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
    const { name, changed } = strategyTitle(store);
    presets.set(name, changed);
    const { schools } = simulation().districtOf(scenario);
    const teachers = schools.reduce((sum, school) => sum + school.teachers, 0);
    const { district: given = "colorado-springs-d11" } = scenario;
    const named = typeof given === "string" ? given : `${own}${districtTitle(store)}`;
    if (typeof given !== "string") district.offer({ name: named, title: say.own(districtTitle(store)) });
    district.set(named, (typeof given === "string" ? say.size : say.ownSize)(schools.length, teachers));
  };
  store.subscribe((moving) => {
    if (!moving) draw();
    else presets.set(strategyTitle(store).name, strategyTitle(store).changed);
  });
  draw();
  return { root: element("div", { class: "plan-start" }, district.root, presets.root) };
}
