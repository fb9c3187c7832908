import type { PrecisionRule } from "@uptake/study/compare";
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
  readonly link?: string;
  readonly pages?: string;
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

/** Most replicates of one call, and the most of which a journal keeps every run. */
export const mostReplicates = 10_000;

/** Most replicates of one scenario of which every run is kept in memory: of more they are folded as they come. */
export const mostKeptReplicates = 1_000;

/** Most replicates of a comparison: beyond {@link mostReplicates} runs are folded as they come. */
export const mostComparedReplicates = 100_000;

/** Most replicates of one scenario run by itself, which are folded likewise. */
export const mostRunReplicates = 1_000_000;

/** Replicates of a call that does not say how many. */
export const usualReplicates = 64;

/** Replicates of each strategy in a first look at them. */
export const startReplicates = 256;

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

/** Reads how many threads are to make runs, 1 to 256; a fault is added to `faults`, and undefined returned as where none is given. */
export function threadCount({ threads }: Pick<RawOptions, "threads">, faults: Fault[]): number | undefined {
  return wholeNumber(faults, "--threads", threads, [1, 256], "threads", undefined);
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
  const cap = wholeNumber(
    faults,
    "--cap",
    most,
    [2, mostComparedReplicates],
    "replicates",
    Math.max(2_000, replicates),
  );
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

/** Checks replicates (`usual` where none are given, at most `most`), seed and months; everything wrong is added to `faults`. */
export function howOften(
  raw: RawOptions,
  faults: Fault[],
  usual: number = usualReplicates,
  most: number = mostReplicates,
): HowOften {
  if (raw.seed !== undefined && (raw.seed === "" || raw.seed.length > 200)) {
    faults.push({
      code: "seed",
      path: "--seed",
      message: raw.seed === "" ? "is empty" : "is too long",
      allowed: "1 to 200 characters",
    });
  }
  const more = most < mostRunReplicates ? `; uptake run takes up to ${mostRunReplicates}` : "";
  return {
    replicates: wholeNumber(faults, "--replicates", raw.replicates, [1, most], `replicates${more}`, usual),
    seed: raw.seed ?? "uptake",
    months: wholeNumber(faults, "--months", raw.months, [1, 600], "months", undefined),
  };
}
