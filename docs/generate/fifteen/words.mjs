import { dollars, percent } from "@uptake/charts";

/** Names the places of the worked study, from few teachers to many. */
export const places = { porterville: "Porterville", napa: "Napa Valley", d11: "Colorado Springs D11" };

const largest = "all-six-lessons-scale-up";
const whole = "whole-schools-decide";

/** Names the plans that the study follows from end to end, by their names in the record. */
export const followed = { six: "all-six-lessons", largest, whole };

/** Names a plan as readers know it: strategies by their titles, the study's own plan by what is new in it. */
export function titleOf(name, strategies) {
  if (name === whole) return "All six lessons, at scale-up cost, in schools that decide";
  return strategies.find((strategy) => strategy.name === name)?.title ?? name;
}

/** Reads a study of the record: what it is asked of a place. */
export const studyOf = ({ fifteen }, question, place) => fifteen.studies[`${question}-${place}`];

/** Reads a plan of the first study in a place. */
export const planOf = (facts, place, name) => studyOf(facts, "start", place).plans[name];

/** Lists the short names of the places. */
export const ids = Object.keys(places);

/** Counts the teachers of a place. */
export const teachersOf = (facts, place) => studyOf(facts, "start", place).district.teachers;

/** Names a plan in a sentence. */
export const quoted = (facts, name) => `“${titleOf(name, facts.strategies)}”`;

const pair = (low, high, write) => `${write(low)} to ${write(high)}`;

const part = (value) => (value < 0 ? `−${percent(-value)}` : percent(value));

/** Writes a share with its 95% interval, as in `52% (49% to 56%)`. */
export const share = ({ value, low, high }) => `${part(value)} (${pair(low, high, part)})`;

const point = (value) => {
  const text = (100 * value).toFixed(1).replace(/^-0\.0$/, "0.0");
  return text.replace("-", "−");
};

/** Writes a difference of shares in points with its 95% interval. */
export const points = ({ value, low, high }) => `${point(value)} (${pair(low, high, point)})`;

/** Writes a sum with its 95% interval; nothing where there is none. */
export const sum = (one) =>
  typeof one?.value === "number" ? `${dollars(one.value)} (${pair(one.low, one.high, dollars)})` : "undefined";

/** Writes a sum alone. */
export const money = dollars;

export { percent };

/** Joins words as a sentence does. */
export const listed = (words) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** Lists the places of which something is true, by their names. */
export const placesWhere = (holds) =>
  Object.entries(places)
    .filter(([place]) => holds(place))
    .map(([, title]) => title);

/** Says where something is true: in all three districts, in some, or in none. */
export function where(holds) {
  const found = placesWhere(holds);
  if (found.length === 3) return "in all three districts";
  return found.length === 0 ? "in none of the three districts" : `in ${listed(found)} alone`;
}

/** Writes the least and the largest of values over the three places, once where they read alike. */
export function between(of, write = percent) {
  const values = Object.keys(places)
    .map(of)
    .sort((a, b) => a - b);
  const [low, high] = [write(values[0]), write(values[2])];
  return low === high ? low : `${low} to ${high}`;
}
