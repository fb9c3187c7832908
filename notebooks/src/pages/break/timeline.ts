import type { Shock } from "@uptake/model";
import { choices } from "../../kit/choices.js";
import { element } from "../../kit/element.js";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { breakWords } from "../../words/break.js";
import { capital } from "../../words/capital.js";
import { type ShockRow, shockRow } from "./shock-row.js";
import { rowsOf, setOf, setsWithin, withShocks } from "./shocks.js";

const { timeline: say, sets: titles } = breakWords;

/** Month that a shock comes in when it is switched on: the first August of year 2. */
const usualMonth = 12;

/** Makes the timeline: what districts met, at a click, and every kind of shock with its bar. Shocks are the plan's own. */
export function shockTimeline(store: PlanStore): { readonly root: HTMLElement } {
  const shocksOf = (): readonly Shock[] => store.get().scenario.shocks ?? [];
  const put = (shocks: readonly Shock[], gesture?: string): void => {
    const state = store.get();
    store.set({ ...state, scenario: withShocks(state.scenario, shocks) }, gesture);
  };
  const rows = element("div", { class: "shocks", role: "group", "aria-label": say.heading });
  const years = element("div", { class: "shock-years", "aria-hidden": "true" });
  const presets = element("div");
  let chosen: ReturnType<typeof choices> | undefined;
  let made: readonly ShockRow[] = [];
  let built = "";

  const build = (horizon: number): void => {
    const sets = setsWithin(horizon);
    chosen = choices({
      label: say.presets,
      choices: sets.map(({ name, doc }) => {
        const title = name === "none" ? say.none : (titles[name] ?? name).replace(/^an? /, "");
        return { name, title: capital(title), doc };
      }),
      onChoose: (name) => put(sets.find((set) => set.name === name)?.shocks ?? []),
    });
    presets.replaceChildren(chosen.root);
    years.replaceChildren(
      ...Array.from({ length: Math.ceil(horizon / 12) }, (_, y) =>
        element("span", { style: `--at: ${(12 * y) / Math.max(1, horizon - 1)}` }, say.year(y + 1)),
      ),
    );
    const all = rowsOf(shocksOf());
    made = all.map(({ kind }, i) => {
      const nth = all.slice(0, i).filter((one) => one.kind === kind).length;
      return shockRow({
        kind,
        nth,
        horizon,
        onToggle: (on) =>
          put(
            on
              ? [...shocksOf(), { kind, month: Math.min(usualMonth, horizon - 1) }]
              : shocksOf().filter((_, at) => at !== placeOf(kind, nth)),
          ),
        onChange: (change, gesture) =>
          put(
            shocksOf().map((shock, at) => (at === placeOf(kind, nth) ? { ...shock, ...change } : shock)),
            gesture,
          ),
      });
    });
    rows.replaceChildren(...made.map(({ root }) => root));
  };
  /** Finds a row's shock among all: its place moves when another is switched on or off. */
  const placeOf = (kind: string, nth: number): number | undefined =>
    rowsOf(shocksOf()).filter((row) => row.kind === kind)[nth]?.place;

  const draw = (): void => {
    const { horizon } = completedOf(store.get().scenario);
    const all = rowsOf(shocksOf());
    const key = `${horizon} ${all.map(({ kind }) => kind).join()}`;
    if (key !== built) build(horizon);
    built = key;
    all.forEach(({ place }, i) => made[i]?.set(place === undefined ? undefined : shocksOf()[place]));
    chosen?.set(setOf(shocksOf(), setsWithin(horizon)) ?? "");
  };
  store.subscribe(draw);
  draw();
  return {
    root: element(
      "section",
      { class: "timeline" },
      element("h2", {}, say.heading),
      presets,
      years,
      rows,
      element("p", { class: "caption" }, say.help),
    ),
  };
}
