import { type District, profileNames, type ScenarioInput } from "@uptake/model";
import { startScenario } from "@uptake/study/link";
import { ownDistricts } from "../plan/own-districts.js";
import { words } from "../words/kit.js";
import { menu } from "./menu.js";

const { start: say } = words;

/** Begins the names of a reader's own districts in the menu. */
const own = "own:";

/** Sets up the choice of a district. */
export interface DistrictMenuOptions {
  readonly name: string;
  readonly label: string;
  /** Stands in the place of a district while none is chosen (default: one always is). */
  readonly none?: string;
  /** Hears of a district that ships by its name, and of one of the reader's whole. */
  readonly onChoose: (district: string | District) => void;
}

/** Holds the choice; `set` shows a district, or that none is chosen, with a note. */
export interface DistrictMenu {
  readonly root: HTMLElement;
  set(district: ScenarioInput["district"] | null, note: string): void;
}

/** Names a district in words: one that ships as it is called, one of the reader's by the name in its file. */
export function titleOfDistrict(district: ScenarioInput["district"]): string {
  const all = Array.isArray(district) ? (district as readonly (string | District)[]) : [district as string | District];
  const first = all[0] ?? startScenario.district;
  return typeof first === "string" ? (say.districts[first] ?? first) : first.name;
}

/** Makes the choice among the districts that ship and those that the reader keeps in this browser. */
export function districtMenu({ name, label, none, onChoose }: DistrictMenuOptions): DistrictMenu {
  const made = menu({
    name,
    label,
    choices: [
      ...(none === undefined ? [] : [{ name: "", title: none }]),
      ...profileNames.map((each) => ({ name: each, title: say.districts[each] ?? each })),
      ...ownDistricts().map((each) => ({ name: `${own}${each.name}`, title: say.own(each.name) })),
    ],
    onChoose(chosen) {
      const kept = ownDistricts().find((each) => `${own}${each.name}` === chosen);
      if (kept) onChoose(kept.district);
      else if (chosen !== "" && !chosen.startsWith(own)) onChoose(chosen);
    },
  });
  return {
    root: made.root,
    set(district, note) {
      if (district === null) return made.set("", note);
      const given = district ?? startScenario.district;
      const title = titleOfDistrict(given);
      const chosen = typeof given === "string" ? given : `${own}${title}`;
      if (typeof given !== "string") made.offer({ name: chosen, title: say.own(title) });
      made.set(chosen, note);
    },
  };
}
