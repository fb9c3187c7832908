import {
  type Draw,
  type Extensions,
  InputError,
  type Plan,
  Replicate,
  type Run,
  type Scenario,
  type StudentGroup,
  simulateTogether,
} from "@uptake/model";
import { emptySeed, outOfRange } from "../design/checks.ts";
import { funnelReadings } from "../readings/funnel-readings.ts";
import { measured } from "../readings/measured.ts";
import { type Worlds, worldsFrom } from "../statistics/worlds-of.ts";
import { narrowed } from "./narrow-rows.ts";
import type { CountSeries, Series } from "./series.ts";

/** Sets how an ensemble is run. */
export interface EnsembleOptions extends Extensions {
  /** Number of replicates, 1 … 100,000 (default 64). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Number of the first replicate, from 0 (default 0). */
  readonly first?: number;
  /** Whether the funnel of each run is kept too, some 50 kB a run of 60 months (default false). */
  readonly funnel?: boolean;
  /** Hears of each finished run; a promise it returns is awaited, so it may let others have the thread. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
}

/** Describes one district of an ensemble. */
export interface DistrictSize {
  /** Id of the district. */
  readonly id: string;
  /** Name of the district, as shown. */
  readonly name: string;
  /** Schools at the start. */
  readonly schools: number;
  /** Teachers at the start. */
  readonly teachers: number;
  /** Students at the start. */
  readonly students: number;
}

/** Holds sums over replicates of one group of students: one number per replicate each. */
export interface StudentTotals<Totals = Float64Array> {
  /** Name of the group, as in `all students` or `low-income`. */
  readonly name: string;
  /** Student-years in all. */
  readonly studentYears: Totals;
  /** Student-years with a teacher who uses the practice at a depth of .5 or more. */
  readonly deep: Totals;
  /** Student-years of students who have at least one such teacher. */
  readonly reached: Totals;
}

/** Holds what is told of many runs of one plan, whether their series and totals are kept whole or not. */
export interface EnsembleOf<OneSeries, Totals> {
  /** Version of the package that made the runs. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Number of the first replicate. */
  readonly first: number;
  /** Number of replicates. */
  readonly replicates: number;
  /** World of each replicate, and how many different ones there are. */
  readonly worlds: Worlds;
  /** How worlds were drawn: from the kept ones, from the priors, or all the fixed one. */
  readonly parameters: Draw;
  /** The scenario that was run. */
  readonly scenario: Scenario;
  /** Months simulated. */
  readonly horizon: number;
  /** Sizes of its districts, in the scenario's order. */
  readonly districts: readonly DistrictSize[];
  /** Series by name; see `runSeries` of `@uptake/study/readings`. */
  readonly series: ReadonlyMap<string, OneSeries>;
  /** Dollars of 2024 over the whole run, one number per replicate. */
  readonly cost: {
    readonly total: Totals;
    readonly byCategory: ReadonlyMap<string, Totals>;
    readonly byTier: ReadonlyMap<string, Totals>;
  };
  /** Student-years by group. */
  readonly students: readonly StudentTotals<Totals>[];
  /** Coach hours per teacher of each poverty third, low to high, over the run; one number per replicate each. */
  readonly coachHours: ReadonlyMap<string, Totals>;
}

/** Holds many runs of one plan: each replicate has a world, which others may share, and its own luck. */
export interface Ensemble extends EnsembleOf<Series, Float64Array> {
  /** Series of the funnel by name, where they were asked for; see `funnelReadingNames` of `@uptake/study/readings`. */
  readonly funnel?: ReadonlyMap<string, CountSeries>;
  /** Checksum of each run, in the order of replicates. */
  readonly checksums: readonly string[];
}

/** Checks how an ensemble is to be run. @throws InputError with every option out of its range. */
export function checkReplicates(replicates: number, seed: string, first: number, most = 100_000): void {
  const issues = [
    ...outOfRange("replicates", replicates, 1, most),
    ...outOfRange("first", first, 0, 1e9),
    ...emptySeed(seed),
  ];
  if (issues.length > 0) throw new InputError(issues);
}

/**
 * Runs `plan` once per replicate, in one thread. The result depends on the plan, the seed and the replicate numbers
 * alone: `first: 32, replicates: 32` continues what `replicates: 32` began.
 *
 * @throws InputError when an option is out of its range.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { ensemble, summariseAt } from "@uptake/study";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const runs = await ensemble(plan, { replicates: 8, seed: "demo" });
 * console.log(summariseAt(runs, "adoption", 34));
 * ```
 */
export async function ensemble(plan: Plan, options: EnsembleOptions = {}): Promise<Ensemble> {
  const [only] = await ensembles([plan], options);
  return only as Ensemble;
}

/**
 * Runs each of `plans` once per replicate, replicate by replicate, so that plans share what they have in common. The
 * results are those of {@link ensemble} for each plan alone, to the bit; progress counts the runs of all plans.
 *
 * @throws InputError when an option is out of its range.
 */
export async function ensembles(plans: readonly Plan[], options: EnsembleOptions = {}): Promise<Ensemble[]> {
  const { replicates = 64, seed = "uptake", first = 0, funnel = false, onProgress, ...extensions } = options;
  checkReplicates(replicates, seed, first);
  const all = plans.map((plan) => ({ plan, collected: new Collected(replicates, funnel) }));
  let done = 0;
  for (let r = 0; r < replicates; r++) {
    const replicate = new Replicate(seed, first + r);
    for (const [place, run] of simulateTogether(replicate, plans, extensions)) {
      all[place]!.collected.add(run, r);
      await onProgress?.(++done, all.length * replicates);
    }
  }
  return all.map(({ plan, collected }) => ({
    ...settingOf(plan),
    ...replicatesOf(plan, seed, first, replicates),
    series: collected.series,
    cost: { total: collected.total, byCategory: collected.byCategory, byTier: collected.byTier },
    students: collected.students,
    coachHours: collected.coachHours,
    ...(collected.funnel ? { funnel: narrowedSeries(collected.funnel) } : {}),
    checksums: collected.checksums,
  }));
}

/** Returns what an ensemble says of its replicates: `replicates` of them from `first` on. */
export function replicatesOf(
  plan: Plan,
  seed: string,
  first: number,
  replicates: number,
): Pick<Ensemble, "seed" | "first" | "replicates" | "worlds"> {
  return { seed, first, replicates, worlds: worldsFrom(seed, replicates, plan.scenario.parameters, first) };
}

/** Returns what an ensemble says of the plan it ran. */
export function settingOf(plan: Plan): Pick<Ensemble, "version" | "parameters" | "scenario" | "horizon" | "districts"> {
  const { version, scenario } = plan;
  return {
    version,
    parameters: scenario.parameters.draw,
    scenario,
    horizon: scenario.horizon,
    districts: plan.districts.map(({ district: { id, name, schools } }) => ({
      id,
      name,
      schools: schools.length,
      teachers: schools.reduce((sum, school) => sum + school.teachers, 0),
      students: schools.reduce((sum, school) => sum + school.enrolment, 0),
    })),
  };
}

/** Holds counts in as few bytes as they need. */
function narrowedSeries(all: ReadonlyMap<string, Series>): Map<string, CountSeries> {
  return new Map([...all].map(([name, series]) => [name, { ...series, values: narrowed(series.values) }]));
}

/** Collects runs into one array per quantity, replicate by replicate. */
class Collected {
  readonly series = new Map<string, Series>();
  readonly total: Float64Array;
  readonly byCategory = new Map<string, Float64Array>();
  readonly byTier = new Map<string, Float64Array>();
  readonly students: StudentTotals[] = [];
  readonly coachHours = new Map<string, Float64Array>();
  readonly funnel: Map<string, Series> | undefined;
  readonly checksums: string[] = [];
  readonly #replicates: number;

  constructor(replicates: number, funnel: boolean) {
    this.#replicates = replicates;
    this.total = new Float64Array(replicates);
    this.funnel = funnel ? new Map() : undefined;
  }

  add(run: Run, r: number): void {
    const { measures, checksum } = run;
    this.#keep(this.series, measured(run), r);
    if (this.funnel) this.#keep(this.funnel, funnelReadings(run), r);
    this.total[r] = measures.cost.total;
    for (const [name, value] of Object.entries(measures.cost.byCategory)) this.#at(this.byCategory, name)[r] = value;
    for (const [name, value] of Object.entries(measures.cost.byTier)) this.#at(this.byTier, name)[r] = value;
    measures.studentGroups.forEach((group, g) => this.#addStudents(group, g, r));
    measures.tiers.forEach(({ name }, tier) => {
      this.#at(this.coachHours, name)[r] = measures.coachHours[tier] as number;
    });
    this.checksums.push(checksum);
  }

  #keep(kept: Map<string, Series>, all: ReadonlyMap<string, Float64Array>, r: number): void {
    for (const [name, values] of all) {
      let series = kept.get(name);
      if (!series) {
        const { length } = values;
        series = {
          replicates: this.#replicates,
          length,
          values: new Float64Array(this.#replicates * length).fill(Number.NaN),
        };
        kept.set(name, series);
      }
      series.values.set(values, r * series.length);
    }
  }

  #at(map: Map<string, Float64Array>, name: string): Float64Array {
    const values = map.get(name) ?? new Float64Array(this.#replicates);
    map.set(name, values);
    return values;
  }

  #addStudents({ name, studentYears, deep, reached }: StudentGroup, g: number, r: number): void {
    const zero = (): Float64Array => new Float64Array(this.#replicates);
    this.students[g] ??= { name, studentYears: zero(), deep: zero(), reached: zero() };
    this.students[g].studentYears[r] = studentYears;
    this.students[g].deep[r] = deep;
    this.students[g].reached[r] = reached;
  }
}
