import type { Plan } from "@uptake/model";
import { mean } from "simple-statistics";
import type { Factor } from "../design/factor.ts";
import { type Morris, morris } from "./morris.ts";
import { morrisDesign } from "./morris-design.ts";
import { runDesign, type SensitivityOptions, type SensitivitySetting } from "./run-design.ts";

/** Sets how parameters are screened. */
export interface StudyMorrisOptions extends SensitivityOptions {
  /** Number of trajectories, 2 … 100,000 (default 20), each of as many runs as there are factors, and two. */
  readonly trajectories?: number;
  /** Number of levels of each factor, even, 2 … 100 (default 4). */
  readonly levels?: number;
  /** Half-width that every interval of μ* should have, as a share of the largest μ* (default 0.25). */
  readonly halfWidth?: number;
}

/** Holds a screening of parameters by what they change of an outcome. Plain and serialisable. */
export interface StudyMorris extends SensitivitySetting {
  /** Says that it is a Morris screening. */
  readonly method: "morris";
  /** Number of trajectories. */
  readonly trajectories: number;
  /** Levels of the grid. */
  readonly levels: number;
  /** Mean of the outcome over all points with a value; null where there is none. */
  readonly mean: number | null;
  /** Elementary effects of each parameter, and of luck. */
  readonly screening: Morris;
}

/**
 * Screens parameters by Morris' elementary effects on an outcome of one plan, or of the second less the first of two.
 *
 * @throws InputError as {@link morrisDesign} does, when there are not one or two plans, two differ in districts, months
 *   or worlds, a factor has a value in a scenario, or runs have no such outcome.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { chooseFactors, studyMorris } from "@uptake/study/sensitivity";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const factors = chooseFactors({ names: ["support"] });
 * const { screening } = await studyMorris([plan], { factors, trajectories: 4 });
 * for (const { name, muStar, againstLuck } of screening.factors) console.log(name, muStar.mean, againstLuck);
 * ```
 */
export async function studyMorris(plans: readonly Plan[], options: StudyMorrisOptions): Promise<StudyMorris> {
  const { factors, trajectories = 20, levels = 4, seed = "uptake", halfWidth = 0.25 } = options;
  const design = morrisDesign(factors, { trajectories, levels, seed });
  const { setting, values } = await runDesign(plans, design.points, options);
  const present = Array.from(values).filter(Number.isFinite);
  return {
    method: "morris",
    ...setting,
    trajectories,
    levels,
    mean: present.length === 0 ? null : mean(present),
    screening: morris(design, values, { halfWidth }),
  };
}

/** Returns the `count` factors with the largest mean size of effect, largest first; fewer where there are fewer. */
export function mostInfluential(factors: readonly Factor[], { screening }: StudyMorris, count: number): Factor[] {
  const size = new Map(screening.factors.map(({ name, muStar }) => [name, muStar.mean]));
  return factors
    .filter(({ name }) => size.has(name))
    .sort((a, b) => size.get(b.name)! - size.get(a.name)!)
    .slice(0, count);
}
