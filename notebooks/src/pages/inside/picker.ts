import type { Film } from "@uptake/study/questions";
import { element } from "../../kit/element.js";
import { insideWords } from "../../words/inside.js";
import { find, type Picked, schoolOf } from "./view.js";

const { pick: say } = insideWords;

/** Holds the ways to pick somebody by keyboard or by name. */
export interface Picker {
  readonly root: HTMLElement;
  load(film: Film): void;
  set(picked: Picked | undefined): void;
}

/** Makes a field that finds by name or number, lists of schools and of a school's teachers, and who changed most. */
export function picker(onPick: (picked: Picked | undefined) => void): Picker {
  let film: Film | undefined;
  let listed = -1;
  const said = element("p", { class: "caption", role: "status" });
  const known = element("datalist", { id: "find-names" });
  const field = element("input", {
    ...{ type: "search", class: "field", id: "find", list: "find-names", autocomplete: "off" },
    change: () => look(),
    keydown: (event) => {
      if ((event as KeyboardEvent).key === "Enter") look();
    },
  });
  const schools: HTMLSelectElement = element("select", {
    class: "field field-large",
    id: "pick-school",
    change: () => choose(Number(schools.value), ""),
  });
  const teachers: HTMLSelectElement = element("select", {
    class: "field field-large",
    id: "pick-teacher",
    change: () => choose(Number(schools.value), teachers.value),
  });

  const look = (): void => {
    if (!film || field.value.trim() === "") return;
    const found = find(film, field.value);
    said.textContent = found ? "" : say.nobody(field.value, Math.max(...film.numbers));
    if (found) onPick(found);
  };
  const choose = (school: number, slot: string): void => {
    said.textContent = "";
    onPick(slot === "" ? { school } : { school, slot: Number(slot) });
  };
  const most = (who: "teacher" | "school"): void => {
    if (!film) return;
    const { mostChanged, numbers } = film;
    said.textContent = "";
    const slot = numbers.indexOf(mostChanged.teacher);
    const school = film.schools.findIndex(({ id }) => id === mostChanged.school);
    if (who === "school" && school >= 0) onPick({ school });
    if (who === "teacher" && slot >= 0) onPick({ school: schoolOf(film, slot), slot });
  };
  const list = (school: number): void => {
    if (!film || listed === school) return;
    listed = school;
    const { first, teachers: size } = film.schools[school]!;
    const slots = Array.from({ length: size }, (_, i) => first + i).filter((slot) => film!.numbers[slot]! >= 0);
    teachers.replaceChildren(
      element("option", { value: "" }, say.wholeSchool),
      ...slots.map((slot) =>
        element("option", { value: slot }, say.teacherChoice(film!.numbers[slot]!, film!.team[slot]!)),
      ),
    );
  };
  const button = (label: string, who: "teacher" | "school"): HTMLElement =>
    element("button", { type: "button", class: "choice", "data-most": who, click: () => most(who) }, label);

  return {
    root: element(
      "div",
      { class: "picker" },
      element("label", { for: "find" }, say.find),
      field,
      known,
      said,
      element("div", { class: "menu" }, element("label", { for: "pick-school" }, say.school), schools),
      element("div", { class: "menu" }, element("label", { for: "pick-teacher" }, say.teacher), teachers),
      element("div", { class: "choices" }, button(say.mostTeacher, "teacher"), button(say.mostSchool, "school")),
    ),
    load(next) {
      film = next;
      listed = -1;
      const order = next.schools
        .map((school, s) => ({ ...school, s }))
        .sort((a, b) => a.lowIncomeShare - b.lowIncomeShare || a.s - b.s);
      known.replaceChildren(...order.map(({ name }) => element("option", { value: name })));
      schools.replaceChildren(
        ...order.map(({ name, lowIncomeShare, s }) =>
          element("option", { value: s }, say.schoolChoice(name, lowIncomeShare)),
        ),
      );
    },
    set(picked) {
      if (!film || !picked) return;
      schools.value = String(picked.school);
      list(picked.school);
      teachers.value = picked.slot === undefined ? "" : String(picked.slot);
    },
  };
}
