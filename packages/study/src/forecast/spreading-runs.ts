import { type District, type OwnPrior, type PopulationTable, prepare, scenario, simulate, type World } from "@uptake/model";

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
  readonly months: readonly number[];
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

/** What is not known of them beside the priors of the records: how wanted it is, and how many have heard of it. */
const unknown: Readonly<Record<string, OwnPrior>> = { "practice.appeal": [0, 1], "start.aware": [0, 0.9] };

/**
 * Runs the model with no programme, in a world of its own in every run, drawn from the priors of the records: the practice
 * is one of unknown appeal that is used at once and for good.
 */
export async function spreadingRuns(place: SpreadingPlace, runs: number, seed: string): Promise<SpreadingRuns> {
  const { months, populations = [], start } = place;
  const horizon = months.at(-1)!;
  const plans = await Promise.all(
    (populations.length > 0 ? populations : [undefined]).map((population) =>
      prepare(
        scenario({
          district: districtOf(place, population),
          horizon,
          parameters: { draw: "priors", priors: unknown, values: { ...countedOnce, "start.adoption": start } },
        }),
      ),
    ),
  );
  const shares = Array.from({ length: runs }, (_, replicate) => {
    const { measures } = simulate(plans[replicate % plans.length]!, { seed, replicate });
    return Float64Array.from(months, (month) => measures.adoption[month]!);
  });
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
