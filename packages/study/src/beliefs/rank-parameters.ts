import { assumedParameters, atanh, drawWorld, parameters, type Scenario, tanh, worldNumber } from "@uptake/model";
import { normalQuantile } from "../statistics/normal-quantile.ts";
import { rankCorrelation } from "../statistics/rank-correlation.ts";

/** Fewest worlds from which a parameter is told to decide: below, Fisher's z says too little of tails so far out. */
export const fewestWorlds = 30;

/** Stands for all effects of lessons and levers where they move with one common factor. */
export const commonFactor = "effects";

/** Holds how closely a parameter goes with an outcome over worlds. */
export interface RankedParameter {
  /** Name of the parameter; {@link commonFactor} for all effects that move together. */
  readonly name: string;
  /** Rank correlation of Spearman, −1 … 1, and its 95% interval (Fisher's z), as if it had been the only one looked at. */
  readonly correlation: number;
  readonly low: number;
  readonly high: number;
}

/** Says which runs outcomes are of. */
export interface OutcomeRuns {
  readonly seed: string;
  /** Number of the first replicate (default 0). */
  readonly first?: number;
  /** Numbers of the replicates, in place of those that follow `first`. */
  readonly numbers?: readonly number[];
}

/** Holds how closely each parameter goes with an outcome over worlds. */
export interface RankedParameters {
  /** All parameters whose values differ between worlds, the strongest first; none where nothing can be told. */
  readonly ranked: readonly RankedParameter[];
  /** Size of correlation that the strongest of so many exceeds by chance once in twenty (Bonferroni); null with too few worlds. */
  readonly threshold: number | null;
  /** Worlds with an outcome, and parameters whose values differ between them. */
  readonly worlds: number;
  readonly parameters: number;
  /** Says why nothing can be told; absent where something can. */
  readonly lacking?: "worlds" | "parameters" | "outcomes";
}

/** Standard error of Fisher's z of a rank correlation over `n` cases. Source: Fieller, Hartley and Pearson 1957. */
const errorOfZ = (n: number): number => Math.sqrt(1.06 / (n - 3));

/** Adds up numbers by world, to return their means. */
class Means {
  readonly #sums = new Map<number, { sum: number; count: number }>();

  add(world: number, value: number): void {
    const one = this.#sums.get(world) ?? { sum: 0, count: 0 };
    this.#sums.set(world, { sum: one.sum + value, count: one.count + 1 });
  }

  values(): number[] {
    return Array.from(this.#sums.values(), ({ sum, count }) => sum / count);
  }
}

/**
 * Ranks parameters by how closely their values in the worlds go with an outcome, one number per replicate of `scenario`
 * from `first` on; NaN stands for no outcome. The unit is the world: replicates of the same world are averaged first. Left
 * out are parameters that the scenario holds, and all that are the same in every world; effects that move with one
 * common factor count as one. A correlation is no proof of a cause: in the kept worlds some parameters go together.
 */
export function rankParameters(
  scenario: Scenario,
  outcomes: ArrayLike<number>,
  { seed, first = 0, numbers }: OutcomeRuns,
): RankedParameters {
  const how = assumedParameters(scenario);
  const outcome = new Means();
  const values = new Map(parameters.map(({ name }) => [name, new Means()]));
  for (const [r, value] of Array.from(outcomes).entries()) {
    if (Number.isNaN(value)) continue;
    const replicate = numbers?.[r] ?? first + r;
    const number = worldNumber(seed, replicate, how);
    const world = drawWorld(seed, replicate, how);
    outcome.add(number, value);
    for (const [name, means] of values) means.add(number, world[name] as number);
  }
  const reached = outcome.values();
  const candidates = candidatesOf(values, how);
  const worlds = reached.length;
  const nothing = { ranked: [], threshold: null, worlds, parameters: candidates.size };
  if (candidates.size === 0) return { ...nothing, lacking: "parameters" };
  if (worlds < fewestWorlds) return { ...nothing, lacking: "worlds" };
  const error = errorOfZ(worlds);
  const threshold = tanh(normalQuantile(1 - 0.025 / candidates.size) * error);
  if (reached.every((value) => value === reached[0])) return { ...nothing, threshold, lacking: "outcomes" };
  const ranked = Array.from(candidates, ([name, list]): RankedParameter => {
    const correlation = rankCorrelation(list, reached);
    const z = atanh(correlation);
    const [low, high] = [-1, 1].map((side) => tanh(z + side * normalQuantile(0.975) * error)) as [number, number];
    return { name, correlation, low, high };
  });
  ranked.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  return { ranked, threshold, worlds, parameters: candidates.size };
}

/** Returns the values by world of what may decide: parameters that differ, a common factor once. */
function candidatesOf(
  values: ReadonlyMap<string, Means>,
  { effects, values: held, priors }: Scenario["parameters"],
): Map<string, readonly number[]> {
  const candidates = new Map<string, readonly number[]>();
  for (const { name, effect, harm } of parameters) {
    const list = (values.get(name) as Means).values();
    if (list.every((value) => value === list[0])) continue;
    const common = effects === "common" && effect && !(name in held) && !(name in priors);
    if (!common) candidates.set(name, list);
    else if (!harm && !candidates.has(commonFactor)) candidates.set(commonFactor, list);
  }
  return candidates;
}
