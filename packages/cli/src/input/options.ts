import type { PrecisionRule } from "@uptake/study/compare";
import { type Command, InvalidArgumentError } from "commander";
import type { Fault } from "../host/fault.ts";

/** Holds options as typed on the command line, before any check. */
export interface RawOptions {
  readonly district?: string;
  readonly roster?: string;
  readonly format?: string;
  readonly column?: readonly string[];
  readonly districtId?: string;
  readonly population?: string;
  readonly strategy?: string;
  readonly of?: string;
  readonly target?: string;
  readonly by?: string;
  readonly budget?: string;
  readonly replicates?: string;
  readonly seed?: string;
  readonly months?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly halfWidth?: string;
  readonly cap?: string;
  readonly threads?: string;
  readonly priors?: boolean;
  readonly example?: boolean;
  readonly worlds?: string;
  readonly effects?: string;
  readonly level?: string;
  /** False where `--no-bottleneck` is given. */
  readonly bottleneck?: boolean;
}

/** Most replicates of one call. */
export const mostReplicates = 10_000;

/** Replicates of a call that does not say how many. */
export const usualReplicates = 64;

/** Takes an option's text once; a second one would silently win. */
export function once(value: string, before: string | undefined): string {
  if (before !== undefined) throw new InvalidArgumentError("It is given twice.");
  return value;
}

/** Adds the options that say how often (`replicates` where it is not said), from which seed, and for how long. */
export function runOptions(command: Command, replicates: number = usualReplicates): Command {
  return command
    .option(
      "--replicates <n>",
      `number of replicates, each with luck of its own, in a world of its own while there are more (default ${replicates})`,
      once,
    )
    .option("--seed <text>", "text that every random draw follows from (default uptake)", once)
    .option("--months <n>", "months simulated, 1 to 600 (default 60)", once)
    .option("--out <folder>", "folder to write the results to", once)
    .option(
      "--threads <n>",
      "threads that make runs (default: as many as the machine runs at once, where they pay)",
      once,
    )
    .option("--json", "print one JSON object on stdout");
}

/** Adds the options that say how precise a comparison must be. */
export function precisionOptions(command: Command): Command {
  return command
    .option(
      "--half-width <size>",
      "add replicates until the 95% interval is ± this, as in 1pt (percentage points)",
      once,
    )
    .option("--cap <n>", "most replicates that --half-width may take (default 2,000)", once);
}

/** Adds the option that leaves out the runs from which bottlenecks are told. */
export function bottleneckOption(command: Command): Command {
  return command.option("--no-bottleneck", "do not make the runs that tell which step holds a plan back most");
}

/** Adds the options of a study; those that its file can set too take the place of the file's. */
export function studyOptions(command: Command): Command {
  return command
    .option("--out <folder>", "folder to write the results to (default out/ and the name of the file)", once)
    .option("--seed <text>", "text that every random draw follows from, in place of the file's", once)
    .option("--replicates <n>", "number of replicates in place of the file's, for kinds that have it", once)
    .option("--priors", "draw worlds from the wide priors, for kinds that choose their worlds")
    .option("--threads <n>", "threads that make runs (default: as many as the machine runs at once)", once)
    .option("--json", "print the result on stdout as one JSON object");
}

/** Reads a whole number in a range; a fault is added to `faults` and the default returned. */
export function wholeNumber<T>(
  faults: Fault[],
  option: string,
  given: string | undefined,
  [low, high]: readonly [number, number],
  unit: string,
  fallback: T,
): number | T {
  if (given === undefined) return fallback;
  const value = /^-?\d{1,15}$/.test(given.trim()) ? Number(given) : Number.NaN;
  if (value >= low && value <= high) return value;
  const message = Number.isNaN(value) ? `“${given}” is not a whole number` : `${given} is out of range`;
  faults.push({
    code: Number.isNaN(value) ? "not-a-number" : "out-of-range",
    path: option,
    message,
    value: given,
    allowed: `${low} to ${high} ${unit}`,
  });
  return fallback;
}

/**
 * Checks the options of precision, given the replicates that begin; everything wrong is added to `faults`. Undefined
 * where no half-width is asked for.
 */
export function precisionRule(
  raw: RawOptions,
  replicates: number,
  faults: Fault[],
): Required<PrecisionRule> | undefined {
  const { halfWidth: given, cap: most } = raw;
  if (given === undefined) {
    if (most !== undefined)
      faults.push({ code: "conflict", path: "--cap", message: "is of use only with --half-width" });
    return undefined;
  }
  const points = /^(\d+(?:\.\d+)?|\.\d+)\s*pt$/.exec(given.trim())?.[1];
  const halfWidth = Number(points) / 100;
  if (!(halfWidth >= 0.0001 && halfWidth <= 0.5))
    faults.push({
      code: points === undefined ? "not-a-number" : "out-of-range",
      path: "--half-width",
      message: points === undefined ? `“${given}” is not a number of points` : `${given} is out of range`,
      value: given,
      allowed: "0.01pt to 50pt, as in 1pt",
    });
  const cap = wholeNumber(faults, "--cap", most, [2, mostReplicates], "replicates", Math.max(2_000, replicates));
  if (cap < replicates && raw.replicates !== undefined)
    faults.push({
      code: "conflict",
      path: "--cap",
      message: `is less than the ${replicates} replicates to begin with`,
    });
  // One pair of runs has no interval to look at.
  return { halfWidth, cap, first: Math.max(2, Math.min(cap, replicates)) };
}

/** Holds the checked options of a run. */
export interface HowOften {
  readonly replicates: number;
  readonly seed: string;
  readonly months: number | undefined;
}

/** Checks replicates (`usual` where none are given), seed and months; everything wrong is added to `faults`. */
export function howOften(raw: RawOptions, faults: Fault[], usual: number = usualReplicates): HowOften {
  if (raw.seed !== undefined && (raw.seed === "" || raw.seed.length > 200)) {
    faults.push({
      code: "seed",
      path: "--seed",
      message: raw.seed === "" ? "is empty" : "is too long",
      allowed: "1 to 200 characters",
    });
  }
  return {
    replicates: wholeNumber(faults, "--replicates", raw.replicates, [1, mostReplicates], "replicates", usual),
    seed: raw.seed ?? "uptake",
    months: wholeNumber(faults, "--months", raw.months, [1, 600], "months", undefined),
  };
}
