import { when } from "@uptake/charts";
import { targetKinds } from "@uptake/model";
import { targetWords } from "@uptake/study/target";
import { choices } from "../../kit/choices.js";
import { districtMenu } from "../../kit/district-menu.js";
import { element } from "../../kit/element.js";
import { menu } from "../../kit/menu.js";
import { slider } from "../../kit/slider.js";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { budgetText } from "../../words/budget-text.js";
import { words } from "../../words/kit.js";
import { takeWords as say } from "../../words/take.js";
import { budgetOf, budgets, floorOf, maysOf } from "./asked.js";

const million = 1_000_000;

/** Sums that are a click away. */
const offered = [1, 3, 10, 30].map((sum) => sum * million);

/** Makes what the question is set with: district, target, budget and floor. */
export function controls(store: PlanStore): HTMLElement {
  const setBudget = (sum: number): void =>
    store.change(["page", "take.budget"], sum === budgets.usual ? undefined : String(Math.round(sum)));
  const district = districtMenu({
    name: "district",
    label: words.start.district,
    onChoose: (chosen) => store.change("district", chosen),
  });
  const share = slider({
    name: "target",
    label: say.controls.target,
    help: say.controls.targetHelp,
    max: 100,
    step: 5,
    format: (value) => [`${value}%`, targetWords[completedOf(store.get().scenario).target.of].who],
    onInput: (value, gesture) => store.change("target.share", Math.max(1, value) / 100, gesture),
  });
  const whom = menu({
    name: "whom",
    label: say.controls.whom,
    choices: targetKinds.map((name) => ({ name, title: say.whom[name] })),
    onChoose: (name) => store.change("target.of", name),
  });
  const by = menu({
    name: "when",
    label: say.controls.when,
    choices: maysOf(store.get()).map((month) => ({ name: String(month), title: when(month) })),
    onChoose: (name) => store.change("target.month", Number(name)),
  });
  const sum: HTMLInputElement = element("input", {
    type: "number",
    class: "field",
    id: "budget",
    name: "budget",
    min: budgets.least / million,
    max: budgets.most / million,
    step: "any",
    change() {
      const given = sum.valueAsNumber * million;
      const allowed = given >= budgets.least && given <= budgets.most;
      refused.textContent = allowed ? "" : say.controls.refused(budgets.least, budgets.most, budgetOf(store.get()));
      if (allowed) setBudget(given);
      else draw();
    },
  });
  const refused = element("p", { class: "caption", role: "status" });
  const sums = choices({
    label: say.controls.budgets,
    choices: offered.map((each) => ({ name: String(each), title: budgetText(each), doc: "" })),
    onChoose(name) {
      refused.textContent = "";
      setBudget(Number(name));
    },
  });
  const floor = slider({
    name: "floor",
    label: say.controls.floor,
    help: say.controls.floorHelp,
    max: 60,
    step: 5,
    format: (value) => (value === 0 ? [say.controls.noFloor, ""] : [`${value}%`, say.controls.floorUnit]),
    onInput: (value, gesture) =>
      store.change(["page", "take.floor"], value === 0 ? undefined : String(value / 100), gesture),
  });
  const draw = (): void => {
    const state = store.get();
    const { target } = completedOf(state.scenario);
    district.set(state.scenario.district, "");
    share.set(Math.round(target.share * 1000) / 10);
    whom.set(target.of, say.controls.whomHelp(targetWords[target.of].doc));
    by.set(String(target.month), "");
    const budget = budgetOf(state);
    if (document.activeElement !== sum || sum.valueAsNumber * million !== budget) sum.value = String(budget / million);
    sums.set(String(budget));
    floor.set(Math.round(floorOf(state) * 100));
  };
  store.subscribe(draw);
  draw();
  return element(
    "div",
    { class: "take-controls" },
    district.root,
    share.root,
    whom.root,
    by.root,
    element("div", { class: "count" }, element("label", { for: "budget" }, say.controls.budget), sum),
    refused,
    sums.root,
    floor.root,
    element("p", { class: "caption" }, say.controls.rest),
  );
}
