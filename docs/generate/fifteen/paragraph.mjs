import { fromSum } from "./searches.mjs";
import { between, followed, ids, money, percent, planOf, studyOf, teachersOf } from "./words.mjs";

const { largest, whole } = followed;

/** Writes the answer in one paragraph. */
export function paragraph(facts) {
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
