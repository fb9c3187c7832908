import type { Plan } from "@uptake/model";
import { runDesign, type SensitivityOptions, type SensitivitySetting } from "./run-design.ts";
import { saltelliDesign } from "./saltelli-design.ts";
import { type SobolIndices, sobolIndices } from "./sobol-indices.ts";

/** Sets how variance is shared out. */
export interface StudySobolOptions extends SensitivityOptions {
  /** Number of base rows, a power of two (default 1,024), each of as many runs as there are factors, and three. */
  readonly rows?: number;
  /** Half-width that every interval should have at most, as a share of the variance (default 0.1). */
  readonly halfWidth?: number;
  /** Number of bootstrap samples, 100 … 100,000 (default 1,000). */
  readonly resamples?: number;
}

/** Holds the shares of an outcome's variance that go through parameters, and through luck. Plain and serialisable. */
export interface StudySobol extends SensitivitySetting {
  /** Says that it has Sobol indices. */
  readonly method: "sobol";
  /** Base rows. */
  readonly rows: number;
  /** Indices of each parameter, and of luck. */
  readonly indices: SobolIndices;
  /** Says which parameters cannot be told apart at this size; see {@link leaders}. */
  readonly leaders: readonly string[];
  /** Whether all the other parameters' intervals overlap, so that their order cannot be told; null below two others. */
  readonly othersAlike: boolean | null;
}

/**
 * Shares the variance of an outcome of one plan, or of the second less the first of two, between parameters and luck.
 *
 * @throws InputError as {@link saltelliDesign} does, when there are not one or two plans, two differ in districts,
 *   months or worlds, a factor has a value in a scenario, or runs have no such outcome.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { chooseFactors, studySobol } from "@uptake/study/sensitivity";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const factors = chooseFactors({ names: ["support.quality", "peers.strength"] });
 * const { indices } = await studySobol([plan], { factors, rows: 16 });
 * for (const { name, first, total } of indices.factors) console.log(name, first.estimate, total.estimate);
 * console.log(indices.luck?.total.estimate, indices.reason);
 * ```
 */
export async function studySobol(plans: readonly Plan[], options: StudySobolOptions): Promise<StudySobol> {
  const { factors, rows = 1024, seed = "uptake", halfWidth = 0.1, resamples = 1000 } = options;
  const design = saltelliDesign(factors, { rows, seed });
  const { setting, values } = await runDesign(plans, design.points, options);
  const indices = sobolIndices(design, values, { halfWidth, resamples });
  const first = leaders(indices);
  const others = indices.factors.filter(({ name }) => !first.includes(name));
  const lows = others.map(({ total }) => total.low ?? 0);
  const highs = others.map(({ total }) => total.high ?? 1);
  const othersAlike = others.length < 2 ? null : Math.max(...lows) <= Math.min(...highs);
  return { method: "sobol", ...setting, rows, indices, leaders: first, othersAlike };
}

/**
 * Names the parameters with the largest total index, largest first: the first, and every other whose interval overlaps
 * with its. Empty where indices cannot be told, or no parameter has any part in the variance.
 */
export function leaders({ factors }: SobolIndices): string[] {
  const told = factors.filter(({ total }) => total.estimate !== null && total.estimate > 0);
  const sorted = told.sort((a, b) => b.total.estimate! - a.total.estimate!);
  const [largest] = sorted;
  if (!largest) return [];
  return sorted.filter(({ total }) => total.high! >= largest.total.low!).map(({ name }) => name);
}
