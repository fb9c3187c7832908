import type { Plan } from "../scenario/plan.ts";
import type { Extensions } from "./extension.ts";
import { Replicate } from "./replicate.ts";
import type { Run } from "./run.ts";
import { simulateTogether } from "./simulate-together.ts";

/** Says which run of a plan to make, and what to add to it. */
export interface SimulateOptions extends Extensions {
  /** Seed text; any text but the empty one. */
  readonly seed: string;
  /** Whole number, 0 to 4,294,967,295: the world and the luck. The same for every plan that is to be compared. */
  readonly replicate: number;
}

/**
 * Runs a plan once. Pure and synchronous: the same plan, seed and replicate give the same bits on every engine.
 * Replicate *i* has a world, drawn as the scenario says (see {@link drawWorld}), and luck of its own.
 *
 * @throws InputError when the seed is empty, the replicate no whole number from 0, two mechanisms or observers have one
 *   name, or one gives what is no number or a term that there is not.
 *
 * @example
 * ```ts
 * import { prepare, scenario, simulate } from "@uptake/model";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const { measures, checksum } = simulate(plan, { seed: "demo", replicate: 0 });
 * console.log(measures.adoption[34], measures.cost.total, checksum);
 * ```
 */
export function simulate(plan: Plan, { seed, replicate, ...extensions }: SimulateOptions): Run {
  return simulateIn(new Replicate(seed, replicate), plan, extensions);
}

/**
 * Runs a plan once in `replicate`, with the bits of {@link simulate}. Plans run one after another in the same replicate
 * share the world, the tables and the start of districts where they agree on them, which spares a fifth of the time. Of
 * a plan that leaves settings unknown it runs the replicate's reading; see {@link readingOf}.
 *
 * @throws InputError when two mechanisms or observers have one name, or one gives what is no number or a term that there
 *   is not.
 */
export function simulateIn(replicate: Replicate, plan: Plan, extensions: Extensions = {}): Run {
  const [[, run]] = [...simulateTogether(replicate, [plan], extensions)] as [[number, Run]];
  return run;
}
