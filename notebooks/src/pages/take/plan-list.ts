import { version } from "@uptake/model";
import { writeLink } from "@uptake/study/link";
import type { TakeAnswer, TakePlan } from "@uptake/study/questions";
import { element } from "../../kit/element.js";
import { carryState } from "../../plan/carried-state.js";
import { planControls, valueOfControl } from "../../plan/plan-controls.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { wordsOfControl } from "../../words/levers.js";
import { takeWords as say } from "../../words/take.js";
import { nameOf } from "./told.js";

/** Makes the links and buttons of a plan: open it in Tune, pin it beside the plan on show. */
export function planActions(store: PlanStore, name: string, scenario: TakePlan["scenario"]): HTMLElement {
  const { query, left } = writeLink({ ...store.get(), scenario });
  const pin = element(
    "button",
    {
      type: "button",
      class: "tool",
      "aria-label": say.plan.pinOne(name),
      async click() {
        await store.pin(name, scenario);
        pin.textContent = say.plan.pinned;
        pin.disabled = true;
      },
    },
    say.plan.pin,
  );
  const open = element(
    "a",
    {
      href: `./${query}`,
      "aria-label": say.plan.openOne(name),
      click: () => carryState(left.length > 0 ? { query, version, state: { ...store.get(), scenario } } : undefined),
    },
    say.plan.open,
  );
  return element("p", { class: "take-actions" }, open, pin);
}

/** Says what a plan sets, in the words of the panel; a setting on a slider with others is told once. */
export function settingsOf({ levers, factor }: Pick<TakePlan, "levers" | "factor">): string {
  const told = new Set<string>();
  const used = planControls.flatMap((control) => {
    const { name, lever, settings, statusQuo } = control;
    const use = levers[lever];
    const value = use === undefined || use.intensity === 0 ? undefined : valueOfControl(control, use);
    if (settings.every((setting) => told.has(`${lever}.${setting}`))) return [];
    for (const setting of settings) told.add(`${lever}.${setting}`);
    if (value === undefined || value === statusQuo) return [];
    const { label, value: write } = wordsOfControl(name, "");
    const [amount, unit] = write(value);
    return [`${label} ${amount}${unit === "" ? "" : ` ${unit}`}`];
  });
  if (used.length === 0) return say.plan.nothing;
  return `${used.join("; ")}.${factor < 1 ? ` ${say.plan.scaled(factor)}` : ""}`;
}

/** Makes the list of the best plans, best first: what each sets, its chance, cost, what is sustained and the worst third. */
export function planList(store: PlanStore, answer: TakeAnswer): HTMLElement {
  return element(
    "ol",
    { class: "take-plans" },
    ...answer.plans.map((plan, place) => {
      const name = nameOf(plan);
      const facts = say.plan.facts(plan, answer);
      return element(
        "li",
        {},
        element("h3", {}, name),
        element("p", { class: "take-chance" }, say.plan.chance(plan), element("i", {}, say.plan.tie(plan, place))),
        element("p", { class: "take-sets" }, settingsOf(plan)),
        element("p", { class: "caption" }, facts),
        planActions(store, name, plan.scenario),
      );
    }),
  );
}
