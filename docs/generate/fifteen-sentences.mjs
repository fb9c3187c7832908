import {
  between,
  followed,
  listed,
  money,
  percent,
  places,
  placesWhere,
  planOf,
  points,
  share,
  studyOf,
  titleOf,
  where,
} from "./fifteen-words.mjs";
import { code } from "./table.mjs";

const ids = Object.keys(places);
const { largest, whole, six } = followed;
const quoted = (facts, name) => `“${titleOf(name, facts.strategies)}”`;
const asSet = ({ beliefs }) => beliefs.find(({ belief }) => belief === "as set").chance;
const teachersOf = (facts, place) => studyOf(facts, "start", place).district.teachers;

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
function fromSum(facts, question) {
  const found = ids.filter((place) => evenSum(facts, question, place, false));
  if (found.length < 3)
    return `in ${found.length === 0 ? "none" : listed(found.map((place) => places[place]))} of the districts`;
  const sumOf = (place) => evenSum(facts, question, place, false).budget / teachersOf(facts, place);
  return `from ${between(sumOf, money)} a teacher on`;
}

/** Writes the answer in one paragraph. */
function paragraph(facts) {
  const chance = (name) => (place) => planOf(facts, place, name).target.value;
  const kept = (name) => (place) => planOf(facts, place, name).kept.value;
  const still = (name) => (place) => planOf(facts, place, name).stillAtTarget.value;
  const belief = (name) => (place) =>
    planOf(facts, place, largest).beliefs.find((one) => one.belief === name).chance.value;
  const others = Object.keys(studyOf(facts, "start", "napa").plans).filter(
    (name) => name !== largest && !name.startsWith(whole),
  );
  const best = Math.max(...others.flatMap((name) => ids.map((place) => planOf(facts, place, name).target.value)));
  const perTeacher = (place) => planOf(facts, place, largest).cost.value / teachersOf(facts, place);
  return (
    `> **In one paragraph.** Of the nine reference strategies one comes near an even chance of 80% of teachers in three years: ` +
    `everything at once, with a coach for 15 teachers, ${between(chance(largest))} in three districts, for about ` +
    `${between(perTeacher, money)} a teacher over five years. None of the other eight has a chance above ${percent(best)}. If member ` +
    `schools also decide for all their teachers, and teachers follow as the model has it, the chance is ${between(chance(whole))}. ` +
    `Plans that a search found come to an even chance by support alone ${fromSum(facts, "search-support")}, and where schools may ` +
    `decide ${fromSum(facts, "search-decide")}. Two years after the money stops, ${between(kept(largest))} of what the largest strategy ` +
    `had gained is left, and ${between(kept(whole))} where schools decided; 80% still stands in ${between(still(largest))} of worlds, and in ` +
    `${between(still(whole))} where they did. All of it rests on effects that nobody has measured: with ` +
    `every one at the lower quartile of what is believed, the chance of the largest strategy is ${between(belief("sceptical"))}; at the ` +
    `upper quartile, ${between(belief("hopeful"))}. So these are no forecasts, and the first thing to buy is a count of teachers.`
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

/** Says what is left of the difference that schools that decide make once the money has stopped. */
function fades(facts) {
  const each = ids.map((place) => {
    const { year3, year5 } = studyOf(facts, "start", place).leadOfSchoolsThatDecide;
    return `${points(year3)} points in May of year 3 and ${points(year5)} two years later in ${places[place]}`;
  });
  return `Schools that decide are ahead of the largest strategy by ${listed(each)}.`;
}

/** Names the shock that costs each plan most, and what it changes in adoption. */
function worst(facts) {
  const worstOf = (name) => (place) =>
    studyOf(facts, "stress", place)
      .shocks.map(({ shock, plans }) => ({
        shock,
        place,
        ...Object.entries(plans).find(([label]) => label.replace(/ \(.*/, "") === name)[1],
      }))
      .toSorted((a, b) => a.change.value - b.change.value)[0];
  return [six, largest, whole]
    .map((name) => {
      const all = ids.map(worstOf(name));
      const one = new Set(all.map(({ shock }) => shock)).size === 1;
      const told = all.map(
        ({ shock, place, change }) => `${one ? "" : `${code(shock)}, `}${points(change)} points in ${places[place]}`,
      );
      return `What harms ${quoted(facts, name)} most is ${one ? `${code(all[0].shock)}: ` : ""}${listed(told)}.`;
    })
    .join(" ");
}

/** Says which numbers decide, and how much is luck. */
function decides(facts) {
  const told = (question) => {
    const { leaders, luck, tooFew } = studyOf(facts, question, "napa");
    const names = listed(leaders.map((name) => code(name)));
    const most =
      leaders.length === 1
        ? `the largest source is ${names}`
        : `the largest sources, which cannot be told apart, are ${names}`;
    const caution = tooFew ? ", in too few runs to tell as finely as asked" : "";
    return `${most}; luck alone accounts for ${share(luck.first)}${caution}`;
  };
  return `Under the largest strategy, ${told("beliefs")}. Where schools decide, ${told("beliefs-decide")}.`;
}

/** Says under which rival assumptions the order of plans flips. */
function flips(facts) {
  const flipped = (place) =>
    studyOf(facts, "rivals", place)
      .rivals.filter(({ decided }) => decided > 0)
      .map(({ name }) => code(name));
  const total = studyOf(facts, "rivals", "napa").rivals.length;
  const [found, none] = [
    ids.filter((place) => flipped(place).length > 0),
    placesWhere((place) => flipped(place).length === 0),
  ];
  const rest =
    none.length > 0
      ? [
          `under none of ${total} rival assumptions ${none.length === 3 ? "in any of the three districts" : `in ${listed(none)}`}`,
        ]
      : [];
  const told = found.map((place) => `under ${listed(flipped(place))} in ${places[place]}`);
  return `Of the six plans compared, two change places beyond chance ${listed([...told, ...rest])}.`;
}

/** Says what the early counts explain. */
function early(facts) {
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

/** Says how the gap between poverty thirds stands. */
function gaps(facts) {
  const told = [six, largest, whole].map((name) => {
    const behind = placesWhere((place) => planOf(facts, place, name).gap.low > 0);
    const ahead = placesWhere((place) => planOf(facts, place, name).gap.high < 0);
    const level = placesWhere((place) => {
      const { low, high } = planOf(facts, place, name).gap;
      return low <= 0 && high >= 0;
    });
    const parts = [
      behind.length > 0 && `the low-poverty third is ahead in ${listed(behind)}`,
      ahead.length > 0 && `the high-poverty third is ahead in ${listed(ahead)}`,
      level.length > 0 && `neither can be said to be ahead in ${listed(level)}`,
    ].filter(Boolean);
    return `${quoted(facts, name)}: ${parts.join(", ")}.`;
  });
  return told.join(" ");
}

/** Holds the generated sentences of the worked study by name. */
export const sentences = {
  paragraph,
  order,
  fast,
  even,
  dearest,
  fades,
  worst,
  decides,
  flips,
  "early-told": early,
  sure,
  bands,
  gaps,
};
