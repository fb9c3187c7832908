import { readFileSync } from "node:fs";
import { profile } from "@uptake/model";
import { readYaml } from "@uptake/study/yaml";

/** The three districts, from few teachers to many, by the short names that files have. */
export const districts = {
  porterville: "porterville-unified",
  napa: "napa-valley-unified",
  d11: "colorado-springs-d11",
};

/** The questions: those put to every district, and those put to Napa alone, as their files have it. */
export const questions = {
  everywhere: ["early", "start", "rivals", "stress", "search-support", "search-decide"],
  napa: ["beliefs", "beliefs-decide", "shares"],
};

/** Lists the studies by name, each with its question and the short name of its district. */
export const studies = [
  ...questions.everywhere.flatMap((question) =>
    Object.keys(districts).map((place) => ({ name: `${question}-${place}`, question, place })),
  ),
  ...questions.napa.map((question) => ({ name: `${question}-napa`, question, place: "napa" })),
];

/** Counts the teachers of a district. */
export const teachersOf = (place) =>
  profile(districts[place]).schools.reduce((sum, school) => sum + school.teachers, 0);

/** Reads the text of a question's file. */
export const textOf = (question) => readFileSync(new URL(`${question}.yaml`, import.meta.url), "utf8");

/** Makes the study that a question is in a district. Budgets are Napa's in the file, and go by the number of teachers. */
export function studyOf({ question, place }) {
  const { value } = readYaml(textOf(question));
  const budgets = value.budgets?.map((sum) => (sum / teachersOf("napa")) * teachersOf(place));
  return { ...value, ...(budgets && { budgets }), scenario: { ...value.scenario, district: districts[place] } };
}
