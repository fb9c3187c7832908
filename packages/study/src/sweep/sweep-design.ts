import { InputError, type Issue, IssueLog } from "@uptake/model";
import { checkSize } from "../design/checks.ts";
import { checkFactors, type Factor } from "../design/factor.ts";
import { wrongValues } from "../design/factor-of.ts";
import { grid } from "../design/grid.ts";
import { latinHypercube } from "../design/latin-hypercube.ts";
import { type Level, levelOf } from "../design/level.ts";
import { sobolSequence } from "../design/sobol-sequence.ts";
import { valuesAt } from "../design/value-at.ts";

/** Most points of a sweep. */
export const mostPoints = 20_000;

/** Holds the points of a sweep, as data: one value a factor each, in the order of `factors`. */
export interface SweepDesign {
  /** How points were chosen; `rows` for those written out. */
  readonly kind: "grid" | "latin-hypercube" | "sobol" | "rows";
  /**
   * Names of parameters, as in `support.floor`, of lever settings, as in `levers.coaching.teachersPerCoach`, and of what
   * takes names: `strategy`, `district`, `switches.contagion`, `target.of`, `levers.coaching.allocation`.
   */
  readonly factors: readonly string[];
  /** Points, each with one level a factor. */
  readonly points: readonly (readonly Level[])[];
}

function refuseAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new InputError(issues);
}

/**
 * Crosses all levels of all factors, the last one changing fastest.
 *
 * @throws InputError when there is no factor or an unknown one, no level or one twice, a level that the factor may not
 *   have, or over 20,000 points.
 */
export function gridDesign(given: Readonly<Record<string, readonly Level[]>>): SweepDesign {
  const factors = Object.keys(given);
  const levels = Object.fromEntries(factors.map((name) => [name, given[name]!.map((one) => levelOf(name, one))]));
  refuseAny(factors.flatMap((name) => wrongValues(name, levels[name]!)));
  const points = grid(levels, mostPoints).map((cell) => factors.map((name) => cell[name]!));
  return { kind: "grid", factors, points };
}

/**
 * Spreads `count` points over the factors' distributions: as a Latin hypercube, or as a scrambled Sobol sequence, whose
 * `count` is a power of two.
 *
 * @throws InputError when a factor cannot vary, or `count` or the seed is not allowed.
 */
export function spreadDesign(
  kind: "latin-hypercube" | "sobol",
  factors: readonly Factor[],
  count: number,
  seed: string,
): SweepDesign {
  checkFactors(factors);
  checkSize(count, factors.length, mostPoints);
  const places =
    kind === "sobol"
      ? sobolSequence(count, factors.length, { scramble: seed })
      : latinHypercube(count, factors.length, seed);
  return { kind, factors: factors.map(({ name }) => name), points: places.map((place) => valuesAt(factors, place)) };
}

/**
 * Takes the points as they are given.
 *
 * @throws InputError naming each row that has another length, a value its factor may not have, or all the values of an
 *   earlier row; and when there are no rows, or over 20,000.
 */
export function rowsDesign(factors: readonly string[], given: readonly (readonly Level[])[]): SweepDesign {
  if (given.length > mostPoints) checkSize(given.length, factors.length, mostPoints);
  const points = given.map((row) => row.map((one, i) => levelOf(factors[i] ?? "", one)));
  const log = new IssueLog();
  const issue = (code: string, path: string, message: string, value?: unknown): void => {
    log.add({ code, path, message, value });
  };
  if (factors.length === 0 || points.length === 0) issue("empty-design", "", "there is nothing to vary");
  const known = factors.map((name, i) => {
    if (factors.indexOf(name) !== i) issue("repeated-factor", name, "the factor is named twice", name);
    const wrong = wrongValues(name, []);
    log.addAll(wrong);
    return wrong.length === 0;
  });
  const seen = new Map<string, number>();
  points.forEach((point, r) => {
    const path = `rows[${r}]`;
    if (point.length !== factors.length) {
      issue("wrong-length", path, `the row has ${point.length} values for ${factors.length} factors`);
    } else {
      factors.forEach((name, i) => {
        if (!known[i]) return;
        log.addAll(wrongValues(name, [point[i]!]).map((one) => ({ ...one, path: `${path}.${name}` })));
      });
    }
    const before = seen.get(point.join());
    if (before !== undefined) issue("repeated-point", path, `the row has the values of row ${before + 1}`);
    else seen.set(point.join(), r);
  });
  refuseAny(log.list());
  checkSize(points.length, factors.length, mostPoints);
  return { kind: "rows", factors, points };
}
