import { planFileText, type ReadPlan, readPlanFile } from "../plan/plan-file.js";
import type { PlanStore } from "../plan/plan-store.js";
import { forgetPlan, openSaved, savedPlans, savePlan } from "../plan/saved-plans.js";
import { words } from "../words/kit.js";
import { save } from "./downloads.js";
import { element } from "./element.js";
import { strategyTitle } from "./plan-start.js";
import { changesOf, noticesOf } from "./status.js";

const { shelf: say } = words;

/** Makes the shelf of plans: keep the one on show under a name, open, export, import and forget plans, and pin up to four. */
export function planShelf(store: PlanStore): { readonly root: HTMLElement } {
  const said = element("p", { class: "caption", role: "status" });
  const name: HTMLInputElement = element("input", {
    type: "text",
    class: "field",
    maxlength: 200,
  });
  const list = element("ul", { class: "shelf-plans" });
  const pins = element("ul", { class: "shelf-plans" });
  const file: HTMLInputElement = element("input", {
    type: "file",
    accept: ".yaml,.yml,.json",
    "aria-label": say.import,
    change: async () => {
      const [chosen] = file.files ?? [];
      if (chosen) take(await readPlanFile(chosen), chosen.name);
      file.value = "";
    },
  });
  const button = (label: string, about: string, click: () => unknown): HTMLElement =>
    element("button", { type: "button", class: "tool", "aria-label": `${label}: ${about}`, click }, label);
  const title = (): string => name.value.trim() || strategyTitle(store).title;

  const take = ({ scenario, issues, changes }: ReadPlan, from: string): void => {
    if (scenario) store.set({ ...store.get(), scenario });
    const lines = scenario ? [say.opened(from), ...changesOf(changes)] : noticesOf(issues, say.refused(from));
    said.textContent = lines.join(" ");
  };
  const draw = (): void => {
    const rows = savedPlans().map((plan) =>
      element(
        "li",
        {},
        element("span", {}, plan.name),
        button(say.open, plan.name, async () => take(await openSaved(plan), plan.name)),
        button(say.export, plan.name, () => save(`${fileName(plan.name)}.yaml`, plan.text, "application/yaml")),
        button(say.forget, plan.name, () => {
          forgetPlan(plan.name);
          draw();
        }),
      ),
    );
    list.replaceChildren(...(rows.length > 0 ? rows : [element("li", {}, say.none)]));
    const pinned = (store.get().pinned ?? []).map((plan, place) =>
      element(
        "li",
        {},
        element("span", {}, plan.name),
        button(say.open, plan.name, () => store.set({ ...store.get(), scenario: plan.scenario })),
        button(say.unpin, plan.name, () => store.unpin(place)),
      ),
    );
    pins.replaceChildren(...(pinned.length > 0 ? pinned : [element("li", {}, say.none)]));
  };
  store.subscribe((moving) => {
    if (!moving) draw();
  });
  draw();
  return {
    root: element(
      "div",
      { class: "shelf" },
      element(
        "div",
        { class: "shelf-row" },
        element("label", { class: "shelf-name" }, say.name, name),
        button(say.keep, say.thisPlan, () => {
          said.textContent = savePlan(title(), store.get()) ? say.kept(title()) : say.notKept;
          draw();
        }),
        button(say.pin, say.thisPlan, () => store.pin(title())),
        button(say.export, say.thisPlan, () =>
          save(`${fileName(title())}.yaml`, planFileText(store.get()), "application/yaml"),
        ),
      ),
      element("label", { class: "shelf-file" }, say.import, file),
      said,
      element("h3", {}, say.pinned),
      pins,
      element("h3", {}, say.plans),
      list,
    ),
  };
}

/** Writes a name as a file's: letters, digits and dashes. */
function fileName(name: string): string {
  return (
    name
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/g, "")
      .toLowerCase() || "plan"
  );
}
