import { type Beliefs, InputError, type Issue, prepare, type Scenario, type World } from "@uptake/model";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, Signal } from "../evaluate/evaluation.ts";
import type { WorkAhead } from "../evaluate/run-time.ts";
import { checkSeries, groupSeries, type SurveyPoint } from "./adoption-series.ts";
import { type Calibrated, movingParameters, type ParameterInput, priorOf } from "./prior-of.ts";

/** Says what was seen, what is to be learnt from it, and how hard to look. */
export interface CalibrateOptions {
  /** What was seen: shares of teachers asked or counted, by month and group. */
  readonly series: readonly SurveyPoint[];
  /** Default {@link movingParameters}. At most one with rival values, which is held at each of them in turn. */
  readonly parameters?: readonly ParameterInput[];
  /** Whether the series is what teachers say of themselves (default true), which is above practice; else it was counted. */
  readonly selfReport?: boolean;
  /** Particles, for each rival value, a whole number, 20 or more (default 200). */
  readonly particles?: number;
  /** Most generations, for each rival value, a whole number, 1 or more (default 8). */
  readonly generations?: number;
  /** Most runs, for each rival value, as many as particles or more (default 20 a particle). */
  readonly simulations?: number;
  /** Runs of the posterior-predictive bands (default 200). */
  readonly predictive?: number;
  /** Text that the draws follow from (default `uptake`). */
  readonly seed?: string;
  /** Makes the runs (default in this thread). */
  readonly evaluate?: Evaluate;
  /** Hears beforehand how many runs are made at most, and how long one takes. */
  readonly onEstimate?: (ahead: WorkAhead) => void;
  /** Hears runs made, of at most how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the calibration when aborted. */
  readonly signal?: Signal;
}

/** Holds the sizes of a calibration, defaults filled in. */
export interface CalibrateSettings {
  readonly selfReport: boolean;
  readonly particles: number;
  readonly generations: number;
  readonly simulations: number;
  readonly predictive: number;
  readonly seed: string;
}

/** Fills in defaults. */
export function calibrateSettings(options: CalibrateOptions): CalibrateSettings {
  const { particles = 200 } = options;
  return {
    selfReport: options.selfReport ?? true,
    particles,
    generations: options.generations ?? 8,
    simulations: options.simulations ?? 20 * particles,
    predictive: options.predictive ?? 200,
    seed: options.seed ?? "uptake",
  };
}

/** Holds what one calibration varies and what it holds. */
export interface CalibrationCase {
  readonly held: World;
  readonly calibrated: readonly Extract<Calibrated, { kind: "prior" }>[];
}

/**
 * Lists the calibrations that parameters ask for, given the scenario's own priors: one, or one for each value of the
 * parameter with rivals.
 *
 * @throws InputError naming every parameter that cannot be calibrated.
 */
export function casesOf(
  inputs: readonly ParameterInput[] = movingParameters,
  priors: Beliefs["priors"] = {},
): CalibrationCase[] {
  const issues: Issue[] = [];
  const all = inputs.flatMap((input, i): Calibrated[] => {
    if (inputs.slice(0, i).some(({ name }) => name === input.name)) {
      const message = `${input.name} is named twice`;
      issues.push({ code: "repeated-parameter", path: `parameters[${i}]`, message, value: input.name });
      return [];
    }
    try {
      return [priorOf(input, priors[input.name])];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(
        ...error.issues.map((one) => ({ ...one, path: `parameters[${i}]`, message: `${input.name}: ${one.message}` })),
      );
      return [];
    }
  });
  const calibrated = all.filter((one) => one.kind === "prior");
  const rivals = all.filter((one) => one.kind === "rivals");
  if (issues.length === 0 && calibrated.length === 0)
    issues.push({ code: "empty", path: "parameters", message: "there is nothing to calibrate" });
  if (rivals.length > 1) {
    const names = rivals.map(({ name }) => name).join(", ");
    const message = `${names} have rival values: take one at a time, and hold the others`;
    issues.push({ code: "too-many-rivals", path: "parameters", message, allowed: "at most one" });
  }
  if (issues.length > 0) throw new InputError(issues);
  const [rival] = rivals;
  return rival
    ? rival.values.map((value) => ({ held: { [rival.name]: value }, calibrated }))
    : [{ held: {}, calibrated }];
}

/** Checks the series against a run of the scenario. Throws InputError with every fault. */
export async function checkSurvey(scenario: Scenario, series: readonly SurveyPoint[]): Promise<void> {
  checkSeries(series, scenario.horizon);
  const plan = await prepare({ ...scenario, horizon: 1 });
  const groups = [...new Set(series.map(({ group }) => group))];
  const statistics = groups.map((group) => ({ series: groupSeries(group), month: 0 }));
  const evaluations = [{ plan: 0, replicate: 0 }];
  const { values } = await evaluateHere({ plans: [plan], seed: "look", statistics, evaluations });
  const empty = groups.filter((_, g) => Number.isNaN(values[g]));
  if (empty.length === 0) return;
  throw new InputError(
    empty.map((group) => ({
      code: "empty-group",
      path: "series",
      message: `the district has no teachers in the group “${group}”`,
      value: group,
    })),
  );
}
