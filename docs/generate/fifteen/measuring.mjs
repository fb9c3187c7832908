import { code, table } from "../table.mjs";
import { between, followed, ids, percent, places, share, studyOf } from "./words.mjs";

const { largest } = followed;

/** Writes what an early count tells of May of year 3. */
function early(facts) {
  const when = { year1: "May of year 1", year2: "May of year 2" };
  const rows = ids.flatMap((place) =>
    Object.entries(when).map(([year, title], i) => {
      const { explained, thirds: all } = studyOf(facts, "early", place)[followed.largest][year];
      return [
        i === 0 ? places[place] : "",
        title,
        percent(explained.all),
        ...explained.asked.map((one) => percent(one.share)),
        ...all.map(({ from, to, chance }) => `${share(chance)}, counts ${percent(from)}–${percent(to)}`),
      ];
    }),
  );
  const { asked } = studyOf(facts, "early", "napa")[followed.largest].year1.explained;
  return table(
    [
      "district",
      "counted in",
      "explained by counting all>",
      ...asked.map(({ teachers }) => `by asking ${teachers}>`),
      "chance of 80% in the lowest third>",
      "in the middle>",
      "in the highest>",
    ],
    rows,
  );
}

/** Says what the early counts explain. */
function earlyTold(facts) {
  const of = (year) => (place) => studyOf(facts, "early", place)[largest][year].explained.all;
  const hundred = (year) => (place) =>
    studyOf(facts, "early", place)[largest][year].explained.asked.find(({ teachers }) => teachers === 100).share;
  return (
    `A count of all teachers in May of year 1 explains ${between(of("year1"))} of the variance of May of year 3, one in May of year 2 ${between(of("year2"))}; ` +
    `asking 100 teachers, ${between(hundred("year1"))} and ${between(hundred("year2"))}.`
  );
}

/** Says what validation holds and misses, of what bears on this study. */
function sure({ figures }) {
  const held = figures.filter(({ holds }) => holds !== undefined);
  const holding = held.filter(({ holds }) => holds);
  return `${holding.length} of the ${held.length} figures that the model is held to hold, ${held.length - holding.length} miss, and ${figures.length - held.length} are reported only.`;
}

/** Says how bands have held. */
function bands(facts) {
  const { people, organisations } = studyOf(facts, "start", "napa").forecasts;
  const of = ({ bands: all }) => all.find(({ nominal }) => nominal === 0.8);
  return (
    `Shown the first half of ${people.series} series of people or classrooms, the model’s 80% bands held ${percent(of(people).oneAhead)} of the next counts and ` +
    `${percent(of(people).wholePath)} of all that followed; of ${organisations.series} of states’ laws, ${percent(of(organisations).oneAhead)} and ${percent(of(organisations).wholePath)}. None is of teaching.`
  );
}

/** Writes how many runs each study took, and its receipt. */
function runs({ fifteen }) {
  const all = Object.entries(fifteen.studies);
  return table(
    ["study", "runs>", "failed>", "receipt begins"],
    [
      ...all.map(([name, { runs: count, failed, receipt }]) => [
        code(name),
        count.toLocaleString("en-US"),
        failed,
        code(receipt.slice(0, 12)),
      ]),
      ["all", all.reduce((total, [, { runs: count }]) => total + count, 0).toLocaleString("en-US"), "", ""],
    ],
  );
}

/** Holds what is written of how sure it is, and what to measure, by name. */
export const measuring = { early, "early-told": earlyTold, sure, bands, runs };
