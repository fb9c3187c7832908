import { type Parameter, parameters } from "@uptake/model";
import { element } from "../../kit/element.js";
import { heldIn } from "../../plan/belief.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { panelWords } from "../../words/levers.js";
import { sureWords } from "../../words/sure.js";
import { type NumberRow, numberRow } from "./number-row.js";
import type { SureRecord } from "./record.js";

const { numbers: say } = sureWords;

/** Names the section of a number: the mechanism that it belongs to. */
const sectionOf = ({ name }: Parameter): string => name.slice(0, name.indexOf("."));

/** Holds the list of every number. */
export interface NumbersList {
  readonly root: HTMLElement;
  /** Says which numbers decide for the plan on show, to be shown alone. */
  decides(names: readonly string[]): void;
}

/** A section, whose rows are made when it is first opened. */
interface Section {
  readonly name: string;
  readonly numbers: readonly Parameter[];
  readonly details: HTMLDetailsElement;
  readonly count: HTMLElement;
  readonly list: HTMLElement;
  readonly rows: Map<string, NumberRow>;
}

/** Makes the list of every number by section, with a search; each is moved in the plan. */
export function numbersList(store: PlanStore, { kept }: SureRecord): NumbersList {
  let deciding: readonly string[] = [];
  const refused = element("p", { class: "caption", role: "status" });
  const found = element("p", { class: "caption numbers-found", role: "status" });

  const move = (name: string, value: number | undefined, gesture?: string): void => {
    refused.textContent = "";
    store.change(["parameters", "values", name], value, gesture);
  };
  const fill = ({ numbers, rows, list }: Section): void => {
    if (rows.size > 0) return;
    for (const parameter of numbers) {
      const row = numberRow({
        parameter,
        kept: kept[parameter.name] ?? [Number.NaN, Number.NaN, Number.NaN],
        onMove: (value, gesture) => move(parameter.name, value, gesture),
        onRefused: (message) => {
          refused.textContent = message;
        },
      });
      rows.set(parameter.name, row);
      list.append(row.root);
    }
  };
  const names = [...new Set(parameters.map(sectionOf))];
  const sections = names.map((name): Section => {
    const count = element("span", { class: "numbers-count" });
    const list = element("ul", { class: "numbers" });
    const details = element(
      "details",
      {
        class: "numbers-section",
        "data-section": name,
        toggle: () => {
          if (details.open) draw();
        },
      },
      element("summary", {}, say.sections[name] ?? name, " ", count),
      list,
    );
    return {
      name,
      numbers: parameters.filter((one) => sectionOf(one) === name),
      details,
      count,
      list,
      rows: new Map(),
    };
  });

  const search = element("input", {
    type: "search",
    class: "field field-large",
    id: "numbers-search",
    placeholder: say.searchHint,
    input: () => seek(),
  });
  const options = (all: Readonly<Record<string, string>>): HTMLOptionElement[] =>
    Object.entries(all).map(([value, title]) => element("option", { value }, title));
  const status = element(
    "select",
    { class: "field field-large", id: "numbers-status", change: () => seek() },
    ...options({ all: say.anyStatus, ...panelWords.status }),
  );
  const show = element(
    "select",
    { class: "field field-large", id: "numbers-show", change: () => seek() },
    ...options(say.shows),
  );

  const isSought = (): boolean => search.value.trim() !== "" || status.value !== "all" || show.value !== "all";
  const matching = (): ReadonlySet<string> => {
    const words = search.value.toLowerCase().split(/\s+/);
    const { moved } = heldIn(store.get().scenario);
    const shown: Readonly<Record<string, (one: Parameter) => boolean>> = {
      all: () => true,
      moved: ({ name }) => name in moved,
      effects: ({ effect }) => effect === true,
      deciding: ({ name }) => deciding.includes(name),
    };
    const fits = (one: Parameter): boolean => {
      const text =
        `${one.name} ${one.doc} ${one.source} ${one.unit} ${say.sections[sectionOf(one)] ?? ""}`.toLowerCase();
      return (
        words.every((word) => text.includes(word)) &&
        (status.value === "all" || one.status === status.value) &&
        shown[show.value]!(one)
      );
    };
    return new Set(parameters.filter(fits).map(({ name }) => name));
  };
  /** Shows what the plan holds, in the sections that are open. */
  const draw = (): void => {
    const { moved, switched } = heldIn(store.get().scenario);
    for (const section of sections) {
      const own = section.numbers.filter(({ name }) => name in moved).length;
      section.count.textContent = say.inSection(section.numbers.length, own);
      if (!section.details.open) continue;
      fill(section);
      for (const [name, row] of section.rows) row.set(switched[name] ?? moved[name], name in switched);
    }
  };
  const seek = (): void => {
    const sought = isSought();
    const matches = matching();
    for (const section of sections) {
      const some = section.numbers.some(({ name }) => matches.has(name));
      section.details.hidden = !some;
      section.details.open = sought && some;
      if (section.details.open) fill(section);
      for (const [name, row] of section.rows) row.root.hidden = !matches.has(name);
    }
    found.textContent = say.found(matches.size, parameters.length);
    draw();
  };
  /** Opens the section of the number that the address names, and goes there. */
  const goTo = (): void => {
    const name = decodeURIComponent(location.hash.slice(1));
    const section = sections.find(({ numbers }) => numbers.some((one) => one.name === name));
    if (!section) return;
    if (isSought()) {
      search.value = "";
      status.value = "all";
      show.value = "all";
      seek();
    }
    section.details.open = true;
    draw();
    const row = section.rows.get(name)?.root;
    requestAnimationFrame(() => row?.scrollIntoView({ block: "center" }));
  };
  addEventListener("hashchange", goTo);
  // The list is put into the page after it is made.
  requestAnimationFrame(goTo);
  store.subscribe(draw);
  seek();

  const labelled = (label: string, control: HTMLElement): HTMLElement =>
    element("div", { class: "numbers-tool" }, element("label", { for: control.id }, label), control);
  const root = element(
    "div",
    { class: "numbers-list" },
    element(
      "div",
      { class: "numbers-tools", role: "search" },
      labelled(say.search, search),
      labelled(say.status, status),
      labelled(say.show, show),
    ),
    found,
    refused,
    ...sections.map(({ details }) => details),
  );
  return {
    root,
    decides(names) {
      deciding = names;
      if (show.value === "deciding") seek();
    },
  };
}
