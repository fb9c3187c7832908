import { table } from "../table.mjs";
import { byPlace, byPlan, everyPlan } from "./by-plan.mjs";
import { followed, ids, listed, percent, places, planOf, quoted, share, studyOf, where } from "./words.mjs";

const { six, largest, whole } = followed;

/** Writes what the districts are: their size and their students, and where they start. */
function districts(facts) {
  const rows = ids.map((place) => {
    const { district, plans } = studyOf(facts, "start", place);
    const { schools } = facts.districts.find(({ id }) => id === district.id);
    const lowIncome = schools.reduce((total, { enrolment, lowIncomeShare }) => total + enrolment * lowIncomeShare, 0);
    const { adoption } = plans["business-as-usual"];
    return [
      places[place],
      district.schools,
      district.teachers.toLocaleString("en-US"),
      district.students.toLocaleString("en-US"),
      percent(lowIncome / district.students),
      percent(adoption.start.value),
      share(adoption.year3),
    ];
  });
  return table(
    [
      "district",
      "schools>",
      "teachers>",
      "students>",
      "low-income students>",
      "adopters at the start>",
      "in May of year 3 if nothing is done>",
    ],
    rows,
  );
}

const adoption = (facts) =>
  byPlan(facts, everyPlan(facts), ({ adoption: { year3 } }) => {
    return `${share(year3)}; ${percent(year3.p10)}–${percent(year3.p90)}`;
  });

/** Writes the chance of each target, from low to high. */
function chances(facts) {
  const { chances: shares } = planOf(facts, "napa", followed.six);
  return byPlace(
    facts,
    shares.map((one) => `${percent(one.share)} of teachers`),
    (plan) => plan.chances.map(share),
    ["coaching-only", ...Object.values(followed)],
  );
}

/** Says which neighbours in the order of strategies cannot be told apart. */
function order(facts) {
  const told = ids.map((place) => {
    const ties = studyOf(facts, "start", place).order.filter(({ tie }) => tie);
    const pairs = ties.map(({ plan, next }) => `${quoted(facts, plan)} with ${quoted(facts, next)}`);
    return `in ${places[place]} ${pairs.length === 0 ? "none" : listed(pairs)}`;
  });
  return `What cannot be told apart in the same worlds and with the same luck is a tie. Neighbours in the order of adoption that tie are, ${told.join("; ")}.`;
}

/** Says which plans go faster than anything on record. */
function fast(facts) {
  const plans = [six, largest, whole].filter((name) => ids.some((place) => planOf(facts, place, name).suspectlyFast));
  return plans
    .map(
      (name) =>
        `${quoted(facts, name)} goes faster than anything on record but twelve coached teachers ${where((place) => planOf(facts, place, name).suspectlyFast)}.`,
    )
    .join(" ");
}

/** Holds what is written of what plans come to, by name. */
export const outcomes = { districts, adoption, chances, order, fast };
