import { code, table } from "../table.mjs";
import { between, ids, listed, money, places, share, studyOf, teachersOf } from "./words.mjs";

const asSet = ({ beliefs }) => beliefs.find(({ belief }) => belief === "as set").chance;

/** Finds the smallest of the sums tried at which the best plan has an even chance; `clear` where its interval does. */
function evenSum(facts, question, place, clear) {
  return studyOf(facts, question, place).budgets.find((one) => asSet(one)[clear ? "low" : "value"] >= 0.5);
}

const aTeacher = (facts, place, { budget }) => money(budget / teachersOf(facts, place));

/** Says the smallest sum for an even chance in each place; where `clear`, for one whose interval lies above one half. */
function sums(facts, question, clear) {
  const told = ids.map((place) => {
    const found = evenSum(facts, question, place, clear);
    return found ? aTeacher(facts, place, found) : "none of them";
  });
  if (new Set(told).size === 1) return `${told[0]} in all three districts`;
  return listed(told.map((text, i) => `${text} in ${places[ids[i]]}`));
}

/** Says from what sum a teacher on a search finds an even chance in all three places, or in which it does. */
export function fromSum(facts, question) {
  const found = ids.filter((place) => evenSum(facts, question, place, false));
  if (found.length < 3)
    return `in ${found.length === 0 ? "none" : listed(found.map((place) => places[place]))} of the districts`;
  const sumOf = (place) => evenSum(facts, question, place, false).budget / teachersOf(facts, place);
  return `from ${between(sumOf, money)} a teacher on`;
}

/** Writes the best plan of each sum in both searches. */
function search(facts) {
  const rows = ids.flatMap((place) => {
    const { district } = studyOf(facts, "start", place);
    const [support, decide] = ["search-support", "search-decide"].map((question) => studyOf(facts, question, place));
    return support.budgets.map(({ budget }, i) => {
      const told = ({ budgets }) => {
        const { best, beliefs } = budgets[i];
        return [share(best.adoption), share(beliefs.find(({ belief }) => belief === "as set").chance)];
      };
      return [
        i === 0 ? places[place] : "",
        money(budget / district.teachers),
        money(budget),
        ...told(support),
        ...told(decide),
      ];
    });
  });
  return table(
    [
      "district",
      "a teacher>",
      "in all>",
      "support alone: adoption>",
      "chance of 80%>",
      "schools may decide: adoption>",
      "chance of 80% >",
    ],
    rows,
  );
}

/** Writes the settings of the best plans of one sum, by its place among the sums. */
function settings(facts, [nth = "2"]) {
  const i = Number(nth) - 1;
  const columns = ["search-support", "search-decide"].flatMap((question) =>
    ids.map((place) => ({ question, place, ...studyOf(facts, question, place).budgets[i].best })),
  );
  const names = [...new Set(columns.flatMap(({ values }) => Object.keys(values ?? {})))];
  const rows = names.map((name) => [
    code(name.replace("levers.", "")),
    ...columns.map(({ values }) => (values ? (values[name] ?? "–") : "as shipped")),
  ]);
  const short = { "search-support": "support", "search-decide": "may decide" };
  return table(["setting", ...columns.map(({ question, place }) => `${places[place]}, ${short[question]}>`)], rows);
}

/** Says what an even chance takes, a teacher. */
function even(facts) {
  const [support, decide] = ["search-support", "search-decide"];
  return (
    `The smallest of the four sums a teacher at which the best plan found has an even chance is, by support alone, ` +
    `${sums(facts, support, false)}; where schools may decide, ${sums(facts, decide, false)}. For the interval of that chance to lie ` +
    `above one half, it is ${sums(facts, support, true)}; where schools may decide, ${sums(facts, decide, true)}.`
  );
}

/** Says what the best plan of the largest sum comes to under other beliefs. */
function dearest(facts) {
  const of = (question, name) =>
    between(
      (place) =>
        studyOf(facts, question, place)
          .budgets.at(-1)
          .beliefs.find(({ belief }) => belief === name).chance.value,
    );
  const told = (question) =>
    `${of(question, "sceptical")} with sceptical effects and ${of(question, "hopeful")} with hopeful ones`;
  return `The best plan for the largest sum has a chance, by support alone, of ${told("search-support")}; where schools may decide, of ${told("search-decide")}.`;
}

/** Holds what is written of what it would take, by name. */
export const searches = { search, settings, even, dearest };
