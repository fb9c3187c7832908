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
  /** Rank correlation of Spearman, −1 … 1. */
  readonly correlation: number;
  /** Lower end of the 95% interval, −1 … 1. */
  readonly low: number;
  /** Upper end of the 95% interval, −1 … 1. */
  readonly high: number;
}

/** Says which runs outcomes are of. */
export interface OutcomeRuns {
  /** Text that the draws of the runs follow from. */
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
  /** Worlds with an outcome. */
  readonly worlds: number;
  /** Parameters whose values differ between worlds. */
  readonly parameters: number;
  /** Says why nothing can be told; absent where something can. */
  readonly lacking?: "worlds" | "parameters" | "outcomes";
}

/** Standard error of Fisher's z of a rank correlation over `n` cases. Source: Fieller, Hartley and Pearson 1957. */
const errorOfZ = (n: number): number => Math.sqrt(1.06 / (n - 3));

/** Numbers the worlds of replicates in the order in which they first come. */
class WorldPlaces {
  readonly #places = new Map<number, number>();
  readonly #counts: number[] = [];

  /** Counts a replicate of a world. */
  add(world: number): void {
    const place = this.#places.get(world) ?? this.#places.size;
    this.#places.set(world, place);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  of(world: number): number {
    return this.#places.get(world) as number;
  }

  get count(): number {
    return this.#counts.length;
  }

  /** Turns sums over the replicates of each world into means. */
  means(sums: Float64Array): number[] {
    return Array.from(sums, (sum, place) => sum / (this.#counts[place] as number));
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
  const places = new WorldPlaces();
  const replicateOf = (r: number): number => numbers?.[r] ?? first + r;
  for (let r = 0; r < outcomes.length; r++)
    if (!Number.isNaN(outcomes[r])) places.add(worldNumber(seed, replicateOf(r), how));
  const outcome = new Float64Array(places.count);
  const values = new Map(parameters.map(({ name }) => [name, new Float64Array(places.count)]));
  for (let r = 0; r < outcomes.length; r++) {
    const value = outcomes[r] as number;
    if (Number.isNaN(value)) continue;
    const place = places.of(worldNumber(seed, replicateOf(r), how));
    const world = drawWorld(seed, replicateOf(r), how);
    outcome[place] = (outcome[place] as number) + value;
    for (const [name, sums] of values) sums[place] = (sums[place] as number) + (world[name] as number);
  }
  const reached = places.means(outcome);
  const candidates = candidatesOf(values, places, how);
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

/** Returns the means by world of what may decide: parameters that differ, a common factor once. */
function candidatesOf(
  sums: ReadonlyMap<string, Float64Array>,
  places: WorldPlaces,
  { effects, values: held, priors }: Scenario["parameters"],
): Map<string, readonly number[]> {
  const candidates = new Map<string, readonly number[]>();
  for (const { name, effect, harm } of parameters) {
    const list = places.means(sums.get(name) as Float64Array);
    if (list.every((value) => value === list[0])) continue;
    const common = effects === "common" && effect && !(name in held) && !(name in priors);
    if (!common) candidates.set(name, list);
    else if (!harm && !candidates.has(commonFactor)) candidates.set(commonFactor, list);
  }
  return candidates;
}
