import { runSeries } from "@uptake/study/readings";
import { wordsOfSeries } from "@uptake/study/target";
import { dollars, percent } from "./format.ts";

const names: Readonly<Record<string, string>> = {
  gap: "the gap between low- and high-poverty schools",
  adoptionMembers: "adoption in member schools",
  adoptionFounded: "adoption in member schools that were founded",
  adoptionJoined: "adoption in member schools that joined",
  worstTier: "adoption in the poverty third with least of it",
  members: "the share of schools in the programme",
  schoolsAbove80: "the share of schools where four in five teachers use the practice",
  students: "the share of students’ teaching time with a teacher who uses the practice",
  studentsEver: "the share of students who have had a teacher that uses the practice",
  cost: "cost",
};

/** Names a series as sentences do, as in `adoption` or `the gap between low- and high-poverty schools`. */
export function seriesName(series: string): string {
  const tier = series.replace(/^tier\.(.*)$/, "adoption in $1 schools");
  return wordsOfSeries(series)?.measure ?? names[series] ?? tier;
}

/** Names the mean of a series, as in `mean adoption` or `the mean of the share of students who …`. */
export function meanOfSeries(series: string): string {
  const name = seriesName(series);
  return name.startsWith("the ") ? `the mean of ${name}` : `mean ${name}`;
}

/** Writes a value of a series: dollars, a count to three figures, or a share. */
export function seriesValue(series: string, value: number | null): string {
  if (series === "cost") return dollars(value);
  if (series === "teachers") return value === null ? "–" : value.toPrecision(3);
  return percent(value);
}

/** Returns the unit of a series: of shares, as a fraction; empty for what an extension observes. */
export function seriesUnit(series: string): string {
  return runSeries.find(({ name }) => name === series)?.unit ?? "";
}
