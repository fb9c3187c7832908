import { InputError, type ScenarioInput, scenario, version } from "@uptake/model";
import type { SurveyPoint } from "../calibrate/adoption-series.ts";
import { type Calibration, calibrate } from "../calibrate/calibrate.ts";
import { doubtAnswers } from "../calibrate/doubt-answers.ts";
import type { Question } from "./question.ts";

/** Asks what surveys of a district tell of what is believed. */
export interface FitInput {
  /** The plan that was under way when teachers were asked. */
  readonly scenario: ScenarioInput;
  /** What was seen: shares of teachers asked or counted, by month and group. */
  readonly series: readonly SurveyPoint[];
  /** Whether teachers spoke of themselves (default true), which is above practice; false where it was counted. */
  readonly selfReport?: boolean;
  /** Worlds kept (default 60: a first look). */
  readonly particles?: number;
  /** Most rounds (default 4). */
  readonly generations?: number;
  /** Most runs (default 1,200). */
  readonly simulations?: number;
  /** Runs of the bands (default 100). */
  readonly predictive?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds what surveys tell, with what is to be doubted of them. */
export interface FittedSurveys extends Omit<Calibration, "checksums"> {
  /** What is to be doubted, a sentence each; empty where nothing is. */
  readonly doubts: readonly string[];
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
}

/**
 * Learns from surveys what the parameters that move adoption most may be, as a study of kind `calibrate` does with the
 * same settings.
 *
 * @throws InputError as `calibrate` does, and for a series that is empty.
 */
export const fitSurveys: Question<FitInput, FittedSurveys> = async (input, { evaluate, signal, onProgress }) => {
  const { series, seed = "uptake", scenario: given, selfReport = true } = input;
  const { particles = 60, generations = 4, simulations = 1200, predictive = 100 } = input;
  if (series.length === 0)
    throw new InputError([{ code: "empty", path: "series", message: "there is no survey to learn from" }]);
  const asked = scenario(given);
  const options = { particles, generations, simulations, predictive, selfReport };
  const { checksums: _, ...found } = await calibrate(asked, { series, seed, evaluate, signal, onProgress, ...options });
  return { ...found, doubts: doubtAnswers(series, asked).map(({ message }) => message), version, seed };
};
