import type { PopulationTable, TeacherRow } from "@uptake/model";
import type { Evaluate } from "@uptake/study/evaluate";
import { type SpreadingPlace, type SpreadingRuns, spreadingRuns } from "@uptake/study/forecast";
import { type DiffusionSet, readDoctors, readWomen } from "../diffusion/diffusion-set.ts";
import { generator, shuffled, teachingIndices } from "../diffusion/engine-runs.ts";
import { dispositions } from "../diffusion/likelihood.ts";
import { reader } from "../support.ts";

/** Names a place in which the model is run; series of one place share its runs. */
export type PlaceName =
  | "doctors"
  | "women"
  | "farmers"
  | "classrooms"
  | "states"
  | "states at once"
  | "schools"
  | "campuses";

/** Holds a place, how often it is run, and the month of each period of its series. */
interface RunPlace {
  readonly place: SpreadingPlace;
  readonly runs: number;
  /** Returns the month that ends a period. */
  readonly monthOf: (period: number) => number;
}

const yearly = (period: number): number => 12 * period;
const years = (n: number): number[] => Array.from({ length: n + 1 }, (_, year) => 12 * year);
const alike = (sites: number, people: number): number[] => new Array<number>(sites).fill(people);

/** Populations that take turns in the place of a set, each with its own deal of dispositions and of who has heard of it. */
const deals = 16;

/** Writes the people and ties of a set as populations; dispositions are dealt, and up to nine in ten have heard of it. */
function populationsOf({ name, site, ties }: DiffusionSet): PopulationTable[] {
  const random = generator(name);
  const threshold = reader({})("peers.thresholdMean");
  const all = ties.flatMap((alters, from) => alters.map((to) => ({ from, to })));
  return Array.from({ length: deals }, (_, deal) => {
    const inclined = shuffled(site.length, random);
    const informed = shuffled(site.length, random);
    const aware = ((0.9 * (deal + 0.5)) / deals) * site.length;
    const teachers = site.map(
      (at, teacher): TeacherRow => ({
        teacher,
        school: `site-${at}`,
        team: 0,
        experience: 5,
        disposition: dispositions[inclined[teacher]! % 8]!,
        threshold,
        stage: informed[teacher]! < aware ? "aware" : "unaware",
      }),
    );
    return { teachers, ties: all };
  });
}

const sitesOf = ({ sites, site }: DiffusionSet): number[] => sites.map((_, s) => site.filter((at) => at === s).length);

/** Returns a place by name; doctors and women are read from their files, with whom they named. */
function placeOf(name: PlaceName, files: { readonly doctors: string; readonly women: string }): RunPlace {
  const set = name === "doctors" ? readDoctors(files.doctors) : name === "women" ? readWomen(files.women) : undefined;
  const people = set && { sites: sitesOf(set), populations: populationsOf(set), start: 0 };
  switch (name) {
    case "doctors": {
      const indices = teachingIndices(17);
      return { place: { ...people!, months: indices }, runs: 1500, monthOf: (period) => indices[period]! };
    }
    case "women":
      return { place: { ...people!, months: years(10) }, runs: 800, monthOf: yearly };
    case "farmers":
      return {
        place: { sites: [...alike(10, 63), 62], start: 0, months: years(19) },
        runs: 800,
        monthOf: yearly,
      };
    case "classrooms":
      return { place: { sites: alike(20, 25), start: 0.03, months: years(11) }, runs: 800, monthOf: yearly };
    case "states":
      return { place: { sites: [50], start: 1 / 50, months: years(24) }, runs: 1500, monthOf: yearly };
    case "states at once":
      return { place: { sites: [50], start: 12 / 50, months: years(9) }, runs: 600, monthOf: yearly };
    case "schools":
      return { place: { sites: alike(50, 10), start: 0.13, months: years(3) }, runs: 400, monthOf: yearly };
    case "campuses":
      return { place: { sites: alike(50, 10), start: 0.07, months: years(3) }, runs: 400, monthOf: yearly };
  }
}

/** Returns a reader of the runs in a place at the times of a series; each place is run once. */
export function runsIn(
  files: { readonly doctors: string; readonly women: string },
  evaluate: Evaluate,
): (name: PlaceName, times: readonly number[]) => Promise<SpreadingRuns> {
  const made = new Map<PlaceName, Promise<{ readonly monthOf: RunPlace["monthOf"]; readonly all: SpreadingRuns }>>();
  const make = async (name: PlaceName) => {
    const { place, runs, monthOf } = placeOf(name, files);
    return { monthOf, all: await spreadingRuns(place, { runs, seed: `forecasts ${name}`, evaluate }) };
  };
  return async (name, times) => {
    const found = made.get(name) ?? make(name);
    made.set(name, found);
    const { monthOf, all } = await found;
    const months = times.map(monthOf);
    const at = months.map((month) => all.months.indexOf(month));
    return { months, shares: all.shares.map((run) => Float64Array.from(at, (index) => run[index]!)) };
  };
}
