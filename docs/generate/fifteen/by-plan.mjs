import { table } from "../table.mjs";
import { followed, ids, places, planOf, studyOf, titleOf } from "./words.mjs";

const titles = Object.values(places);
const right = titles.map((title) => `${title}>`);

/** Writes a row for each plan, and a column for each place. */
export function byPlan(facts, names, write) {
  return table(
    ["plan", ...right],
    names.map((name) => [titleOf(name, facts.strategies), ...ids.map((place) => write(planOf(facts, place, name)))]),
  );
}

/** Writes a row for each place and each of the plans that the study follows. */
export function byPlace(facts, headings, write, names = Object.values(followed)) {
  return table(
    ["district", "plan", ...headings.map((heading) => `${heading}>`)],
    ids.flatMap((place) =>
      names.map((name, i) => [
        i === 0 ? places[place] : "",
        titleOf(name, facts.strategies),
        ...write(planOf(facts, place, name), place, name),
      ]),
    ),
  );
}

/** Lists every plan of the first study. */
export const everyPlan = (facts) =>
  Object.keys(studyOf(facts, "start", "napa").plans).map((name) => name.replace(/ \(.*/, ""));
