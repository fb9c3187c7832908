import { type District, type ScenarioInput, strategies } from "@uptake/model";
import { mostPinned, startScenario } from "@uptake/study/link";
import { districtMenu } from "../../kit/district-menu.js";
import { element } from "../../kit/element.js";
import { changesOf, noticesOf } from "../../kit/status.js";
import { freeName } from "../../plan/free-name.js";
import { type ReadPlan, readPlanFile } from "../../plan/plan-file.js";
import type { PlanState, PlanStore } from "../../plan/plan-store.js";
import { openSaved, savedPlans } from "../../plan/saved-plans.js";
import { compareWords } from "../../words/compare.js";
import { words } from "../../words/kit.js";
import { addMenu } from "./add-menu.js";
import { type Entry, entriesOf } from "./entries.js";
import { withOrder } from "./pair-choice.js";
import { type PlanRow, planRow, type RowActs } from "./plan-row.js";

const { plans: say } = compareWords;
const { start } = words;

/** Makes the list of plans that are compared: pin, rename, reorder and remove them, and set the district of all. */
export function plansList(store: PlanStore): { readonly root: HTMLElement } {
  let rows: readonly PlanRow[] = [];
  const list = element("ol", { class: "compared-plans" });
  const note = element("p", { class: "caption" });
  const said = element("p", { class: "caption", role: "status" });
  const { root: menu, select: preset } = addMenu((value) => void chosen(value));
  const file: HTMLInputElement = element("input", {
    type: "file",
    accept: ".yaml,.yml,.json",
    change: async () => {
      const [given] = file.files ?? [];
      if (given) add(await readPlanFile(given), given.name.replace(/\.[^.]+$/, ""));
      file.value = "";
    },
  });
  const district = districtMenu({
    name: "compare-district",
    label: say.district,
    none: say.choose,
    onChoose: (chosen) => store.set(inDistrict(store.get(), chosen)),
  });
  const pins = () => store.get().pinned ?? [];
  const setPins = (pinned: NonNullable<PlanState["pinned"]>, order?: readonly number[]): void => {
    const state = store.get();
    const { pinned: _, ...rest } = order ? withOrder(state, order) : state;
    store.set(pinned.length > 0 ? { ...rest, pinned } : rest);
  };
  const pin = (name: string, scenario: ScenarioInput): void => {
    if (pins().length >= mostPinned) return;
    const free = freeName(name, pins());
    setPins([...pins(), { name: free, scenario }]);
    said.textContent = say.added(free);
  };
  const add = ({ scenario, issues, changes }: ReadPlan, name: string): void => {
    if (scenario) pin(scenario.name ?? name, scenario);
    const lines = scenario ? changesOf(changes) : noticesOf(issues, say.refused(name));
    if (lines.length > 0) said.textContent = lines.join(" ");
  };
  const chosen = async (value: string): Promise<void> => {
    const saved = savedPlans().find(({ name }) => `saved:${name}` === value);
    if (saved) add(await openSaved(saved), saved.name);
    const found = strategies.find(({ name }) => name === value);
    if (found) pin(start.strategies[found.name] ?? found.title, presetOf(entriesOf(store)[0], found.name));
  };
  const arrange = (order: readonly number[]): void => {
    const before = pins();
    setPins(
      order.map((place) => before[place]!),
      order,
    );
  };
  const move = (from: number, by: number): void => {
    const order = pins().map((_, place) => place);
    order.splice(from + by, 0, ...order.splice(from, 1));
    arrange(order);
    rows[from + by]?.focus(by);
  };
  const acts: RowActs = {
    pin: ({ name, scenario }) => pin(name, scenario),
    rename(place, name) {
      const others = pins().filter((_, k) => k !== place);
      const free = freeName(name.trim() || pins()[place]!.name, others);
      setPins(pins().map((one, k) => (k === place ? { ...one, name: free } : one)));
    },
    move,
    remove(place) {
      arrange(pins().flatMap((_, k) => (k === place ? [] : [k])));
      preset.focus();
    },
  };
  const drawMenu = (): void => {
    const group = (label: string, options: readonly (readonly [string, string])[]): HTMLElement =>
      element("optgroup", { label }, ...options.map(([value, title]) => element("option", { value }, title)));
    const kinds = Object.entries(say.kinds).map(([kind, label]) =>
      group(
        label,
        strategies.filter((one) => one.kind === kind).map(({ name, title }) => [name, start.strategies[name] ?? title]),
      ),
    );
    const kept = savedPlans().map(({ name }) => [`saved:${name}`, name] as const);
    preset.replaceChildren(
      element("option", { value: "" }, say.choose),
      ...kinds,
      ...(kept.length > 0 ? [group(say.saved, kept)] : []),
    );
  };
  const draw = (): void => {
    const entries = entriesOf(store);
    const full = pins().length >= mostPinned;
    // Rows stay while only what they say changes, so that a press that also ends the writing of a name is not lost.
    if (rows.length !== entries.length || rows.some(({ pinned }, i) => pinned !== (entries[i]!.pin !== undefined))) {
      rows = entries.map((entry, i) => planRow(i, entry.pin !== undefined, acts));
      list.replaceChildren(...rows.map(({ root }) => root));
    }
    rows.forEach((row, i) => {
      row.set(entries[i]!, pins().length);
    });
    note.textContent = full ? say.full : pins().length === 0 ? say.none : pins().length === 1 ? say.one : "";
    // Who added the last by keys goes on at its name.
    if (full && document.activeElement === preset) list.querySelector<HTMLElement>("li:last-child input")?.focus();
    preset.disabled = full;
    file.disabled = full;
    const districts = entries.map(({ scenario }) => scenario.district ?? startScenario.district);
    const mixed = new Set(districts.map((each) => JSON.stringify(each))).size > 1;
    district.set(mixed ? null : districts[0], mixed ? say.districtMixed : "");
  };
  store.subscribe(draw);
  drawMenu();
  draw();
  return {
    root: element(
      "section",
      { class: "plans-list" },
      element("h2", {}, say.title),
      list,
      note,
      menu,
      element("label", { class: "shelf-file" }, say.file, file),
      said,
      district.root,
    ),
  };
}

/** Returns a strategy in the district, years and beliefs of a plan. */
function presetOf(like: Entry | undefined, strategy: string): ScenarioInput {
  const { levers: _, name: __, ...rest } = like?.scenario ?? {};
  return { ...rest, strategy };
}

/** Puts all plans into one district. */
function inDistrict(state: PlanState, district: string | District): PlanState {
  const put = <Held extends { readonly scenario: ScenarioInput }>(held: Held): Held => ({
    ...held,
    scenario: { ...held.scenario, district },
  });
  return { ...put(state), ...(state.pinned ? { pinned: state.pinned.map(put) } : {}) };
}
