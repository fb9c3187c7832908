import type { ForecastSeries } from "@uptake/study/forecast";
import { sharedFile } from "../../shared.ts";
import { readRecords } from "../records.ts";
import type { PlaceName } from "./places.ts";

/** Names what a series counts: people or rooms, states that enact a law, or a series too short for the rule. */
export type CaseKind = "people" | "organisations" | "short";

/** Holds a series to be foretold, and where the model is run for it. */
export interface ForecastCase {
  readonly kind: CaseKind;
  readonly place: PlaceName;
  readonly series: ForecastSeries;
}

/** Names a series that is not scored, and says why. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Adds up new adopters of each period, from none before the first. */
const summed = (added: readonly number[]): number[] =>
  range(added.length + 1).map((k) => added.slice(0, k).reduce((sum, more) => sum + more, 0));

const surveyed = [1994, 1996, 1998, 2000, 2001, 2003, 2005].map((year) => year - 1994);
const rooms = (schools: string, percentages: readonly number[]): ForecastCase => ({
  kind: "people",
  place: "classrooms",
  series: {
    name: `classrooms with internet, ${schools}`,
    source: "V4: NCES Fast Facts, internet access 1994–2005",
    period: "year",
    times: surveyed,
    counts: percentages.map((percent) => 5 * percent),
    population: 500,
  },
});

/**
 * Lists the series whose figures stand in the evidence base, as they are printed there. Classrooms are percentages of a
 * survey of schools, read as counts of 500 rooms, whose binomial error is about that of such a survey.
 */
export const printed: readonly ForecastCase[] = [
  {
    kind: "people",
    place: "doctors",
    series: {
      name: "doctors and a new drug",
      source: "V1a: Medical Innovation, netdiffuseR data; diffusion-classics",
      period: "month",
      times: range(18),
      counts: summed([11, 9, 9, 11, 11, 11, 13, 7, 4, 1, 5, 3, 3, 4, 4, 2, 1]),
      population: 125,
    },
  },
  {
    kind: "people",
    place: "women",
    series: {
      name: "Korean women and family planning",
      source: "V1b: netdiffuseR data; diffusion-classics",
      period: "year",
      times: range(11),
      counts: summed([69, 94, 81, 86, 65, 62, 53, 53, 73, 37]),
      population: 1047,
    },
  },
  {
    kind: "people",
    place: "farmers",
    series: {
      name: "Brazilian farmers and hybrid corn",
      source: "V1c: netdiffuseR data",
      period: "year",
      times: range(20),
      counts: summed([6, 2, 4, 6, 32, 3, 3, 14, 3, 90, 6, 42, 17, 41, 64, 55, 64, 45, 43]),
      population: 692,
    },
  },
  rooms("all schools", [3, 14, 51, 77, 87, 93, 94]),
  rooms("low poverty", [3, 17, 57, 82, 90, 95, 96]),
  rooms("high poverty", [2, 5, 38, 60, 79, 90, 91]),
  {
    kind: "organisations",
    place: "states",
    series: {
      name: "charter laws",
      source: "V5: NCES State Reforms table 4.3",
      period: "year",
      times: [...range(13), 19, 20, 21, 24],
      counts: [1, 2, 7, 11, 19, 26, 30, 34, 36, 36, 37, 39, 40, 41, 42, 43, 44],
      population: 51,
    },
  },
];

/** Years of a policy that are read, from its first adoption on. */
const yearsRead = 24;
/** Year from which there were as many states as the model is given, but two. */
const firstYear = 1912;

/** Reads the policies of states, by name; those of fewer than five counts or before 1912 are left out, with the reason. */
export function readPolicies(file: string): { readonly cases: ForecastCase[]; readonly left: LeftOut[] } {
  const cases: ForecastCase[] = [];
  const left: LeftOut[] = [];
  const records = readRecords(file);
  for (const policy of new Set(records.map((record) => record.policy!))) {
    const years = records.filter((record) => record.policy === policy).map(({ adopt_year }) => Number(adopt_year));
    const first = Math.min(...years);
    const times = range(Math.min(Math.max(...years) - first, yearsRead) + 1);
    const counts = times.map((time) => years.filter((year) => year <= first + time).length);
    const name = `state policy: ${policy}`;
    if (policy === "chartersch") left.push({ name, reason: "the first six years of charter laws (V5) again" });
    else if (first < firstYear) left.push({ name, reason: `begins in ${first}, when there were fewer states` });
    else if (counts.length < 5) left.push({ name, reason: `${counts.length} counts` });
    else
      cases.push({
        kind: "organisations",
        place: counts[0]! > 3 ? "states at once" : "states",
        series: { name, source: "state-education-policies", period: "year", times, counts, population: 50 },
      });
  }
  return { cases, left };
}

/** Reads schools with any meals provision, among those listed in 2015–16. */
export function readMeals(file: string): ForecastCase {
  const years = ["12_13", "13_14", "14_15", "15_16"];
  const rows = readRecords(file);
  const listed = (year: string) => rows.filter((row) => row[`provision_${year}`] !== "");
  const population = listed("15_16").length;
  const counts = years.map((year) => {
    const all = listed(year);
    const some = all.filter((row) => row[`provision_${year}`] !== "none").length;
    return Math.round((some / all.length) * population);
  });
  return {
    kind: "short",
    place: "schools",
    series: {
      name: "California schools and a meals provision",
      source: "ca-meal-provision-adoption",
      period: "year",
      times: range(4),
      counts,
      population,
    },
  };
}

/** Reads campuses with pupils in an early college, among those listed in 2021–22. */
export function readEarlyColleges(file: string): ForecastCase {
  const rows = readRecords(file);
  const years = ["2018_19", "2020_21", "2021_22"];
  const counts = years.map((year) => rows.filter((row) => Number(row[`echs_students_${year}`]) > 0).length);
  return {
    kind: "short",
    place: "campuses",
    series: {
      name: "Texas campuses and early colleges",
      source: "tx-early-college-adoption",
      period: "year",
      times: [0, 2, 3],
      counts,
      population: rows.filter((row) => row.enrolment_2021_22 !== "").length,
    },
  };
}

/** Lists what the evidence base has beside, and why no forecast of it is scored. */
export const leftOut: readonly LeftOut[] = [
  { name: "V3 Iowa hybrid corn", reason: "no counts by year were obtained" },
  { name: "V6, V7 survival of programmes", reason: "who stays, not who takes up" },
  { name: "V8 New Tech schools", reason: "counting rules differ between years, and of how many is not known" },
  { name: "V9 Success for All schools", reason: "3 counts" },
  { name: "V10 years to universal adoption", reason: "durations, not counts" },
  { name: "V11 modern math", reason: "not verified" },
  { name: "V12 networks", reason: "totals of one year" },
  { name: "V15 El Paso with New Tech", reason: "4 counts, up to 9 campuses" },
  { name: "U29, U30 proven drug curricula", reason: "3 counts" },
];

/** Names the files beside the repository that series are read from. */
export const files = {
  policies: () => sharedFile("data/state-education-policies/adoptions.csv"),
  meals: () => sharedFile("data/ca-meal-provision-adoption/ca_provision_2012_13_to_2015_16.csv"),
  earlyColleges: () => sharedFile("data/tx-early-college-adoption/tx_echs_by_campus.csv"),
  doctors: () => sharedFile("data/diffusion-classics/med_innovations.csv"),
  women: () => sharedFile("data/diffusion-classics/korean_family_planning.csv"),
};
