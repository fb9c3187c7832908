import type { Scenario } from "@uptake/model";
import type { CountryPart, CountryResult } from "@uptake/study/country";
import { targetWords } from "@uptake/study/target";
import { counted, dollarInterval, dollars, inMonth, interval, percent } from "../../words/format.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { statesTable } from "./country-tables.ts";

/** Says what a part comes to, with its interval. */
function shareOf({ reached }: CountryPart): string {
  return `${percent(reached?.mean ?? null)} (95% interval ${interval(reached?.low ?? null, reached?.high ?? null)})`;
}

function sentenceOf(name: string, found: CountryResult): string {
  const { target, month, parts, worlds } = found;
  const [all] = parts as readonly [CountryPart, ...CountryPart[]];
  const { measure } = targetWords[target.of];
  const spent =
    all.cost === null
      ? ""
      : ` It costs ${dollars(all.cost.mean)} (95% interval ${dollarInterval(all.cost.low, all.cost.high)}).`;
  const where = `${counted(all.districts, "district")} with ${counted(all.teachers, "teacher")}`;
  const runs = `${counted(worlds.numbers.length, "replicate")} of every district, ${counted(worlds.count, "world")}`;
  return `“${name}” in ${where}: ${measure} is ${shareOf(all)} ${inMonth(month)} (${runs}).${spent}`;
}

/** Says where the share is lowest and highest, where there are several states. */
function rangeNotes({ parts }: CountryResult): string[] {
  const states = parts.slice(1).filter(({ reached }) => reached !== null);
  if (states.length < 2) return [];
  const mean = ({ reached }: CountryPart): number => reached?.mean ?? 0;
  const sorted = [...states].sort((a, b) => mean(a) - mean(b));
  const [lowest, highest] = [sorted[0], sorted.at(-1)] as [CountryPart, CountryPart];
  return [
    `Of ${counted(states.length, "state")}, ${lowest.state} has the lowest mean, ${shareOf(lowest)}, and ${highest.state} the highest, ${shareOf(highest)}. States differ here by the size and poverty of their districts alone.`,
  ];
}

function chanceNotes({ parts, target, month }: CountryResult): string[] {
  const chance = parts[0]?.chance;
  if (!chance) return [];
  return [
    `Chance that the country as a whole is at ${percent(target.share)} or more ${inMonth(month)}: ${percent(chance.probability)} (95% interval ${interval(chance.low, chance.high)}).`,
  ];
}

function failureNotes({ failures }: CountryResult): string[] {
  const [first] = failures;
  if (!first) return [];
  return [
    `${counted(failures.length, "run")} failed and left the replicate out of the state and of the country; the first, of district ${first.district}: ${first.cause}.`,
  ];
}

/** Turns what a country comes to into what is told of it. */
export function answerCountry(scenario: Scenario, found: CountryResult): StudyAnswer {
  const { checksums, ...told } = found;
  return {
    sentence: sentenceOf(scenario.name, found),
    notes: [
      ...chanceNotes(found),
      ...rangeNotes(found),
      "The schools of each district are made up from the number of its schools, teachers and students and its share of low-income students: they are no real schools. The district that the scenario itself names takes no part.",
      "In each replicate all districts have the same world, so that intervals are over worlds and luck, and do not shrink with the number of districts. Districts do not visit one another.",
      ...failureNotes(found),
    ],
    figures: [],
    tables: [statesTable(found)],
    plans: [{ name: scenario.name, scenario }],
    data: { ...told, runs: checksums.length },
    checksums,
  };
}
