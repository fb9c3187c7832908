import { choices } from "../../kit/choices.js";
import { element } from "../../kit/element.js";
import { withSwitch } from "../../plan/belief.js";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { sureWords } from "../../words/sure.js";
import type { RivalSwitch } from "./record.js";

const { rivals: say } = sureWords;

/** Kinds of beliefs about all worlds, with what is usually believed first. */
const kinds = ["draw", "effects", "level"] as const;

/** Makes the choices between rival assumptions, and of how worlds are drawn; each is part of the plan. */
export function assumptions(store: PlanStore, switches: readonly RivalSwitch[]): HTMLElement {
  const worlds = kinds.map((kind) => {
    const { label, options } = say[kind];
    const entries = Object.entries(options) as [string, readonly [string, string]][];
    const usual = entries[0]?.[0];
    return {
      made: choices({
        label,
        choices: entries.map(([name, [title, doc]]) => ({ name, title, doc })),
        onChoose: (name) => store.change(["parameters", kind], name === usual ? undefined : name),
      }),
      chosen: (): string => completedOf(store.get().scenario).parameters[kind] ?? usual ?? "",
    };
  });
  const rivals = switches.map(({ name, doc, options, default: usual }) => ({
    made: choices({
      label: doc,
      choices: options.map((option) => ({
        name: String(option),
        title: say.options[String(option)] ?? String(option),
        doc: "",
      })),
      onChoose(chosen) {
        const value = options.find((option) => String(option) === chosen);
        const state = store.get();
        store.set({ ...state, scenario: withSwitch(state.scenario, name, value === usual ? undefined : value) });
      },
    }),
    chosen: (): string =>
      String((completedOf(store.get().scenario).switches as unknown as Readonly<Record<string, unknown>>)[name]),
  }));
  const all = [...worlds, ...rivals];
  const draw = (): void => {
    for (const { made, chosen } of all) made.set(chosen());
  };
  store.subscribe((moving) => {
    if (!moving) draw();
  });
  draw();
  return element("div", { class: "assumptions" }, ...all.map(({ made }) => made.root));
}
