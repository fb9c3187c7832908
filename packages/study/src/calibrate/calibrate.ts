import {
  assumedParameters,
  type Beliefs,
  drawWorld,
  InputError,
  type Plan,
  parameters,
  prepare,
  type Scenario,
  square,
  type World,
  type WorldTable,
} from "@uptake/model";
import { type Counting, counting } from "../evaluate/counting.ts";
import { runsAhead } from "../evaluate/run-time.ts";
import { places } from "../statistics/places.ts";
import { type AbcGeneration, type AbcState, type AbcStop, abcAsk, abcBegin, abcStop, abcTell } from "./abc-smc.ts";
import { type SurveyPoint, samplingError } from "./adoption-series.ts";
import {
  type CalibrateOptions,
  type CalibrateSettings,
  type CalibrationCase,
  calibrateSettings,
  casesOf,
  checkSurvey,
} from "./calibrate-settings.ts";
import { type PosteriorRidge, posteriorRidges, posteriorSpread } from "./posterior-spread.ts";
import { type PredictedGroup, type PredictedPoint, predict, showsSeries } from "./predict.ts";
import type { PriorDistribution } from "./prior-distribution.ts";
import { answers, reportedShare, reportedStatistics, surveyKey } from "./reported.ts";
import { weightedQuantile } from "./weighted.ts";

/** Holds what a series tells of one parameter. */
export interface CalibratedParameter {
  /** Name of the parameter. */
  readonly name: string;
  /** Where the middle 95% of the prior lies. */
  readonly prior: readonly [number, number];
  /** Median after the data; null where they cannot tell, for it would be the prior's, and where the model does not show them. */
  readonly median: number | null;
  /** Where the middle 95% of the posterior lies. */
  readonly low: number;
  /** Upper end of the middle 95% of the posterior. */
  readonly high: number;
  /** Posterior over prior standard deviation, with its 95% interval. */
  readonly narrowing: { readonly ratio: number; readonly low: number; readonly high: number };
  /** `informed` where the spread is surely narrower (see {@link posteriorSpread}) and the model shows the series. */
  readonly verdict: "informed" | "cannot-tell";
}

/** Holds one world of the posterior: its calibrated values, the run whose other values it has, and its weight. */
export interface PosteriorWorld {
  /** Value of each calibrated parameter, by name. */
  readonly values: Readonly<Record<string, number>>;
  /** Number of the replicate whose world has the other values, and whose luck it ran with. */
  readonly replicate: number;
  /** Distance of its run from the series, 0 or more. */
  readonly distance: number;
  /** Weight; those of a calibration sum to 1. */
  readonly weight: number;
}

/** Holds what a series tells, a parameter with rival values held at one of them where there is one. */
export interface RivalCalibration {
  /** The parameter with rival values and the one it was held at; empty where there is none. */
  readonly held: World;
  /** Whether the model shows the series at all; see {@link showsSeries}. Where it does not, no parameter is informed. */
  readonly shown: boolean;
  /** What the series tells of each parameter calibrated. */
  readonly parameters: readonly CalibratedParameter[];
  /** Pairs that the series binds together more than apart. */
  readonly ridges: readonly PosteriorRidge[];
  /** Worlds of the posterior, with their weights. */
  readonly worlds: readonly PosteriorWorld[];
  /**
   * As many worlds, drawn from these by weight and each as likely as another, with every parameter in the order of the
   * record: rows of a table that a scenario can run in. What is not calibrated is as in the world of the run.
   */
  readonly table: WorldTable["rows"];
  /** What the posterior shows month by month. */
  readonly groups: readonly PredictedGroup[];
  /** What the posterior shows of each point seen, in the order of the series. */
  readonly points: readonly PredictedPoint[];
  /** What each complete generation took, in order. */
  readonly generations: readonly AbcGeneration[];
  /** Why the search ended. */
  readonly stop: AbcStop;
  /** Simulations that counted, in all. */
  readonly simulations: number;
  /** Simulations among them that gave no distance. */
  readonly failed: number;
}

/** Holds a calibration. */
export interface Calibration {
  /** What was seen. */
  readonly series: readonly SurveyPoint[];
  /** Whether that is what teachers say of themselves; else it was counted. */
  readonly selfReport: boolean;
  /** One, or one for each value of the parameter with rivals. */
  readonly rivals: readonly RivalCalibration[];
  /** Checksums of all runs, in the order in which they were made; empty where one failed. */
  readonly checksums: readonly string[];
}

/**
 * Counts the runs a calibration makes at most, given the scenario's own priors: a batch that fills a generation leaves
 * some aside.
 */
export function calibrateRuns(options: CalibrateOptions, priors: Beliefs["priors"] = {}): number {
  const { simulations, particles, generations, predictive } = calibrateSettings(options);
  return casesOf(options.parameters, priors).length * (simulations + particles * generations + predictive);
}

/**
 * Learns from a series of surveys what parameters may be: approximate Bayesian computation (see {@link abcBegin}) over
 * their priors, the other parameters as the scenario draws worlds. Each proposal makes one run, asks as many simulated
 * teachers as answered, and is as far from the series as the root mean square of the differences, each in units of its
 * sampling error. A parameter of which the data do not tell gets its interval and no point.
 *
 * @throws InputError for a series or parameters that cannot be used, and when no run gives a distance.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 * import { calibrate } from "@uptake/study/calibrate";
 *
 * const series = [8, 20, 32].map((month, i) => ({ month, group: "all", share: 0.2 + 0.1 * i, respondents: 60 }));
 * const { rivals } = await calibrate(scenario({ district: "small-rural", strategy: "coaching-only" }), {
 *   ...{ series, parameters: [{ name: "peers.strength" }] },
 *   ...{ particles: 20, generations: 2, predictive: 20 },
 * });
 * for (const { name, low, high, verdict } of rivals[0]?.parameters ?? []) console.log(name, low, high, verdict);
 * ```
 */
export async function calibrate(scenario: Scenario, options: CalibrateOptions): Promise<Calibration> {
  const settings = calibrateSettings(options);
  const cases = casesOf(options.parameters, scenario.parameters.priors);
  await checkSurvey(scenario, options.series);
  const most = calibrateRuns(options, scenario.parameters.priors);
  const work = counting(options, most);
  const last = options.series.reduce((latest, { month }) => Math.max(latest, month), 0);
  const short = await prepare({ ...scenario, horizon: last });
  const long = await prepare(scenario);
  if (options.onEstimate) options.onEstimate(await runsAhead(short, settings.seed, most));
  const rivals: RivalCalibration[] = [];
  for (const one of cases) rivals.push(await calibrateCase(one, { short, long }, options.series, settings, work));
  work.finish();
  return { series: options.series, selfReport: settings.selfReport, rivals, checksums: work.checksums };
}

/** Says what is searched, and with what proposals come to. */
interface Search {
  readonly plan: Plan;
  readonly priors: readonly PriorDistribution[];
  readonly series: readonly SurveyPoint[];
  readonly settings: CalibrateSettings;
  /** Returns what a proposal holds, by name. */
  readonly named: (values: readonly number[]) => World;
  /** Returns the whole world of a proposal in a run. */
  readonly worldOf: (values: readonly number[], run: number) => World;
}

/** Proposes values and runs them until there is a reason to stop; `runs` numbers the run of each proposal, by its values. */
async function search(
  { plan, priors, series, settings, named, worldOf }: Search,
  work: Counting,
): Promise<{ readonly state: AbcState; readonly stop: AbcStop; readonly runs: ReadonlyMap<string, number> }> {
  const { seed, particles, generations, simulations, selfReport } = settings;
  const statistics = series.flatMap(({ group, month }) => reportedStatistics(group, month));
  const runs = new Map<string, number>();
  let state = abcBegin({ seed, particles, generations, simulations }, priors);
  let stop = abcStop(state);
  while (stop === null) {
    const proposals = abcAsk(state, priors);
    const first = state.simulations;
    const evaluations = proposals.map((values, i) => ({ plan: 0, replicate: first + i, values: named(values) }));
    const results = await work.evaluate({ plans: [plan], seed, statistics, evaluations });
    work.keep({ checksums: results.checksums });
    const distances = proposals.map((values, i) => {
      runs.set(values.join(" "), first + i);
      const inflation = selfReport ? (worldOf(values, first + i)["survey.inflation"] as number) : 0;
      const seen = series.map(({ respondents }, p) => {
        const from = (i * series.length + p) * 3;
        const share = reportedShare(Array.from(results.values.subarray(from, from + 3)), inflation);
        return answers(share, respondents, surveyKey(seed, first + i, p));
      });
      return distanceOf(series, seen);
    });
    state = abcTell(state, priors, distances);
    stop = abcStop(state);
  }
  return { state, stop, runs };
}

async function calibrateCase(
  { held, calibrated }: CalibrationCase,
  { short, long }: { readonly short: Plan; readonly long: Plan },
  series: readonly SurveyPoint[],
  settings: CalibrateSettings,
  work: Counting,
): Promise<RivalCalibration> {
  const { seed } = settings;
  const priors = calibrated.map(({ prior }) => prior);
  const names = priors.map(({ name }) => name);
  const named = (values: readonly number[]): World => ({
    ...held,
    ...Object.fromEntries(names.map((name, d) => [name, values[d] as number])),
  });
  const worldOf = (values: readonly number[], run: number): World => {
    const { scenario } = short;
    const own = { ...scenario.parameters, values: { ...scenario.parameters.values, ...named(values) } };
    return drawWorld(seed, run, assumedParameters({ ...scenario, parameters: own }));
  };
  const { state, stop, runs } = await search({ plan: short, priors, series, settings, named, worldOf }, work);
  const worlds = worldsOf(state, names, runs);
  const whole = worlds.map(({ replicate, weight }, i) => ({
    world: worldOf(state.particles[i]!.values, replicate),
    weight,
  }));
  const weights = worlds.map(({ weight }) => weight);
  const drawn = places(weights, worlds.length, seed).map((place) => whole[place]!.world);
  const predicted = await predict({ plan: long, series, settings, first: state.simulations }, whole, work.evaluate);
  work.keep({ checksums: predicted.checksums });
  const shown = showsSeries(predicted.points);
  return {
    held,
    shown,
    parameters: posteriorSpread(state, priors).map((one, d) => {
      const informed = shown && one.verdict === "informed";
      return {
        name: one.name,
        prior: calibrated[d]!.middle,
        median: informed ? one.median : null,
        ...middle95(state, d),
        narrowing: { ratio: one.ratio, low: one.low, high: one.high },
        verdict: informed ? "informed" : "cannot-tell",
      };
    }),
    ridges: posteriorRidges(state),
    worlds,
    table: drawn.map((world) => parameters.map(({ name }) => world[name]!)),
    groups: predicted.groups,
    points: predicted.points,
    generations: state.history,
    stop,
    simulations: state.simulations,
    failed: state.failed,
  };
}

/** Returns where the middle 95% of a parameter's posterior lies. */
function middle95({ particles }: AbcState, d: number): { low: number; high: number } {
  const values = particles.map((particle) => particle.values[d] as number);
  const weights = particles.map(({ weight }) => weight);
  return { low: weightedQuantile(values, weights, 0.025), high: weightedQuantile(values, weights, 0.975) };
}

/** Computes how far what was seen is from the series, in sampling errors: NaN where a run showed nothing. */
function distanceOf(series: readonly SurveyPoint[], seen: readonly number[]): number {
  const squares = series.map((point, p) => square((seen[p]! - point.share) / samplingError(point)));
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

/** Joins particles with the runs they came from, whose worlds hold the other parameters. */
function worldsOf(state: AbcState, names: readonly string[], runs: ReadonlyMap<string, number>): PosteriorWorld[] {
  if (state.particles.length === 0) {
    const message = "too few runs gave a distance: allow more simulations";
    throw new InputError([{ code: "empty", path: "simulations", message, value: state.simulations }]);
  }
  return state.particles.map(({ values, distance, weight }) => ({
    values: Object.fromEntries(names.map((name, d) => [name, values[d] as number])),
    replicate: runs.get(values.join(" ")) as number,
    distance,
    weight,
  }));
}
