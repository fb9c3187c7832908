import { type District, type OwnPrior, type PopulationTable, prepare, scenario, type World } from "@uptake/model";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";

/** Says where something spreads: who there is, in which sites, and how many had it at the first count. */
export interface SpreadingPlace {
  /** People or others of each site. */
  readonly sites: readonly number[];
  /** Whom they ask, where that is known: populations that runs take in turn, else drawn anew in every run. */
  readonly populations?: readonly PopulationTable[];
  /** Share who have it at the first count, 0 … 1. */
  readonly start: number;
  /** Month of each count, the first 0, rising, at most 600. */
  readonly months: readonly number[];
}

/** Holds runs in which something spreads by itself: of each, the share who have it at each count. */
export interface SpreadingRuns {
  /** Months from the start at which shares are read, rising. */
  readonly months: readonly number[];
  /** Shares of each run, 0 … 1: one a month. */
  readonly shares: readonly Float64Array[];
}

/**
 * What is known of series that count who has something for the first time, or what stays once it is there: it is used at
 * once, nobody gives it up, and those counted stay.
 */
const countedOnce: World = {
  "depth.practice": 1,
  "lapsing.intercept": -40,
  "start.trying": 0,
  "exit.novice": 0,
  "exit.early": 0,
  "exit.middle": 0,
  "exit.senior": 0,
};

/**
 * What is not known of them beside the priors of the records: how many have heard of it, and how wanted it is, from what
 * nobody takes up by itself to what most who know of it take up within months. Its appeal to teachers is a choice for a
 * practice of teaching, so what appeal is worth is let wider than the record has it.
 */
const unknown: Readonly<Record<string, OwnPrior>> = {
  "start.aware": [0, 0.9],
  "practice.appeal": [0, 1],
  "trying.appeal": [0, 8],
};

/** Says how many runs are made, of what seed, and by whom. */
export interface SpreadingOptions {
  /** Number of runs, at least 1. */
  readonly runs: number;
  /** Text that worlds and luck follow from. */
  readonly seed: string;
  /** Makes the runs (default in this thread). */
  readonly evaluate?: Evaluate;
}

/**
 * Runs the model with no programme, in a world of its own in every run, drawn from the priors of the records: the practice
 * is one of unknown appeal that is used at once and for good.
 */
export async function spreadingRuns(
  place: SpreadingPlace,
  { runs, seed, evaluate = evaluateHere }: SpreadingOptions,
): Promise<SpreadingRuns> {
  const { months, populations = [], start } = place;
  const parameters = { draw: "priors", priors: unknown, values: { ...countedOnce, "start.adoption": start } } as const;
  const horizon = months.at(-1)!;
  const plans = await Promise.all(
    (populations.length > 0 ? populations : [undefined]).map((population) =>
      prepare(scenario({ district: districtOf(place, population), horizon, parameters })),
    ),
  );
  const statistics = months.map((month) => ({ series: "adoption", month }));
  const evaluations = Array.from({ length: runs }, (_, replicate) => ({ plan: replicate % plans.length, replicate }));
  const { values } = await evaluate({ plans, seed, statistics, evaluations });
  const shares = evaluations.map((_, r) => values.slice(r * months.length, (r + 1) * months.length));
  return { months, shares };
}

function districtOf({ sites }: SpreadingPlace, population: PopulationTable | undefined): District {
  const district: District = {
    id: "spreading",
    name: "Where something spreads",
    source: "Sites of an adoption series",
    schools: sites.map((people, s) => ({
      id: `site-${s}`,
      name: `Site ${s + 1}`,
      level: "other",
      enrolment: 10 * people,
      teachers: people,
      lowIncomeShare: 0.5,
    })),
  };
  return population === undefined ? district : { ...district, population };
}
