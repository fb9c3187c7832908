import type { Film } from "@uptake/study/questions";
import type { PlanState, PlanStore } from "../../plan/plan-store.js";
import { type Picked, schoolOf } from "./view.js";

/** Returns who a state has picked in a film; where nobody is named, the teacher who changed most. */
export function pickedIn({ page = {} }: PlanState, film: Film): Picked | undefined {
  const { "inside.teacher": teacher, "inside.school": school } = page;
  if (school !== undefined) {
    const found = film.schools.findIndex(({ id }) => id === school);
    if (found >= 0) return { school: found };
  }
  const number = teacher !== undefined && /^\d{1,9}$/.test(teacher) ? Number(teacher) : film.mostChanged.teacher;
  const named = film.numbers.indexOf(number);
  const slot = named >= 0 ? named : film.numbers.indexOf(film.mostChanged.teacher);
  return slot < 0 ? undefined : { school: schoolOf(film, slot), slot };
}

/** Has a state pick somebody of a film. */
export function setPicked(store: PlanStore, film: Film | undefined, { school, slot }: Picked): void {
  if (!film) return;
  const state = store.get();
  const { "inside.teacher": _, "inside.school": __, ...rest } = state.page ?? {};
  const own =
    slot === undefined
      ? { "inside.school": film.schools[school]!.id }
      : { "inside.teacher": String(film.numbers[slot]) };
  store.set({ ...state, page: { ...rest, ...own } });
}
