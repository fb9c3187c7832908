import { assumedParameters, atanh, drawWorld, parameters, type Scenario, tanh, worldNumber } from "@uptake/model";
import { sameData } from "@uptake/model/engine";
import { normalQuantile } from "../statistics/normal-quantile.ts";
import { correlationOfRanks, ranks } from "../statistics/rank-correlation.ts";

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

/** Says which runs outcomes are of. What their worlds hold is remembered for whoever asks of the same record again. */
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

  /** Counts a replicate of a world, whose place it returns. */
  add(world: number): number {
    const place = this.#places.get(world) ?? this.#places.size;
    this.#places.set(world, place);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    return place;
  }

  get count(): number {
    return this.#counts.length;
  }

  /** Tells how many replicates a world has. */
  replicatesOf(place: number): number {
    return this.#counts[place] as number;
  }

  /** Turns sums over the replicates of each world into means. */
  means(sums: Float64Array): number[] {
    return Array.from(sums, (sum, place) => sum / (this.#counts[place] as number));
  }
}

/** Holds what the worlds of runs hold, whatever the outcome. */
interface DrawnByWorld {
  readonly how: Scenario["parameters"];
  /** Place of the world of each replicate, negative where that has no outcome; and the worlds. */
  readonly placeOf: Int32Array;
  readonly places: WorldPlaces;
  /** Ranks, by world, of what may decide: exact as halves of numbers below a million. */
  readonly candidates: ReadonlyMap<string, Float32Array>;
}

/** What was drawn of runs without a failure, the latest way of drawing: plans of one study ask for the same in turn. */
const drawn = new WeakMap<OutcomeRuns, DrawnByWorld>();

function drawnByWorld(scenario: Scenario, outcomes: ArrayLike<number>, runs: OutcomeRuns): DrawnByWorld {
  const how = assumedParameters(scenario);
  const whole = !Array.prototype.some.call(outcomes, Number.isNaN);
  const before = whole ? drawn.get(runs) : undefined;
  if (before?.placeOf.length === outcomes.length && sameData(before.how, how)) return before;
  const { seed, first = 0, numbers } = runs;
  const replicateOf = (r: number): number => numbers?.[r] ?? first + r;
  const places = new WorldPlaces();
  const placeOf = Int32Array.from(outcomes, (outcome, r) =>
    Number.isNaN(outcome) ? -1 : places.add(worldNumber(seed, replicateOf(r), how)),
  );
  const values = new Map(parameters.map(({ name }) => [name, new Float64Array(places.count)]));
  // Replicates of one world share all of it but what own priors draw: it is then drawn once, with the first of them.
  const alike = Object.keys(how.priors).length === 0;
  let met = 0;
  placeOf.forEach((place, r) => {
    if (place < 0 || (alike && place < met)) return;
    met = place + 1;
    const world = drawWorld(seed, replicateOf(r), how);
    const times = alike ? places.replicatesOf(place) : 1;
    for (const [name, sums] of values) {
      for (let k = 0; k < times; k++) sums[place] = (sums[place] as number) + (world[name] as number);
    }
  });
  const made = { how, placeOf, places, candidates: candidatesOf(values, places, how) };
  if (whole) drawn.set(runs, made);
  return made;
}

/**
 * Ranks parameters by how closely their values in the worlds go with an outcome, one number per replicate of `scenario`
 * from `first` on; NaN stands for no outcome. The unit is the world: replicates of the same world are averaged first. Left
 * out are parameters that the scenario holds, and all that are the same in every world; effects that move with one
 * common factor count as one. A correlation is no proof of a cause: in the kept worlds some parameters go together.
 */
export function rankParameters(scenario: Scenario, outcomes: ArrayLike<number>, runs: OutcomeRuns): RankedParameters {
  const { placeOf, places, candidates } = drawnByWorld(scenario, outcomes, runs);
  const outcome = new Float64Array(places.count);
  placeOf.forEach((place, r) => {
    if (place >= 0) outcome[place] = (outcome[place] as number) + (outcomes[r] as number);
  });
  const reached = places.means(outcome);
  const worlds = reached.length;
  const nothing = { ranked: [], threshold: null, worlds, parameters: candidates.size };
  if (candidates.size === 0) return { ...nothing, lacking: "parameters" };
  if (worlds < fewestWorlds) return { ...nothing, lacking: "worlds" };
  const error = errorOfZ(worlds);
  const threshold = tanh(normalQuantile(1 - 0.025 / candidates.size) * error);
  if (reached.every((value) => value === reached[0])) return { ...nothing, threshold, lacking: "outcomes" };
  const ranksOfReached = ranks(reached);
  const ranked = Array.from(candidates, ([name, own]): RankedParameter => {
    const correlation = correlationOfRanks(own, ranksOfReached);
    const z = atanh(correlation);
    const [low, high] = [-1, 1].map((side) => tanh(z + side * normalQuantile(0.975) * error)) as [number, number];
    return { name, correlation, low, high };
  });
  ranked.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  return { ranked, threshold, worlds, parameters: candidates.size };
}

/** Returns the ranks, by world, of what may decide: parameters that differ, a common factor once. */
function candidatesOf(
  sums: ReadonlyMap<string, Float64Array>,
  places: WorldPlaces,
  { effects, values: held, priors }: Scenario["parameters"],
): Map<string, Float32Array> {
  const candidates = new Map<string, Float32Array>();
  for (const { name, effect, harm } of parameters) {
    const list = places.means(sums.get(name) as Float64Array);
    if (list.every((value) => value === list[0])) continue;
    const common = effects === "common" && effect && !(name in held) && !(name in priors);
    const shown = common ? commonFactor : name;
    if (candidates.has(shown) || (common && harm)) continue;
    candidates.set(shown, Float32Array.from(ranks(list)));
  }
  return candidates;
}
