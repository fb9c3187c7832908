import { derive, draw, hashText, rootKey, type Scenario, worldCount, worldNumber } from "@uptake/model";
import { budgetSeed } from "../budget/planned-cost.ts";
import { worldsOf } from "../statistics/worlds-of.ts";
import type { OptimiseSettings } from "./optimise-settings.ts";

/** Holds which replicates a search sees and which judge what it found. */
export interface HeldOut {
  /** Replicates of {@link budgetSeed} that planned costs are means over. */
  readonly planning: readonly number[];
  readonly search: readonly number[];
  readonly judge: readonly number[];
  /** Different worlds that candidates are tried in, and that plans are judged in. */
  readonly worlds: { readonly searched: number; readonly judged: number };
}

const holding = hashText("worlds held out");
const range = (count: number, first = 0): number[] => Array.from({ length: count }, (_, r) => first + r);

/** Tells which of `count` worlds are searched: a half (the larger one of an odd number), drawn by the seed. */
function searchedHalf(seed: string, count: number): ReadonlySet<number> {
  const { a, b } = derive(rootKey(seed), holding);
  const drawn = range(count).sort((one, other) => draw(a, b, one) - draw(a, b, other) || one - other);
  return new Set(drawn.slice(0, Math.ceil(count / 2)));
}

/**
 * Divides worlds between a search and the judging of what it found. Where there are so many, half of them are searched,
 * planned costs included, and the other half judges; replicates whose world is of the other half are passed over, and
 * worlds of a half come again where more replicates are asked for than it has. Where every replicate has a new world, the
 * replicates that judge come after those that search; they do so in a single world too, where luck alone is then fresh.
 */
export function holdOut(settings: OptimiseSettings, parameters: Scenario["parameters"]): HeldOut {
  const { seed, planning, replicates, finalReplicates } = settings;
  const count = worldCount(parameters);
  const divided = (): Omit<HeldOut, "worlds"> => {
    const half = searchedHalf(seed, count as number);
    const among = (of: string, searched: boolean, most: number): number[] => {
      const found: number[] = [];
      for (let r = 0; found.length < most; r++)
        if (half.has(worldNumber(of, r, parameters)) === searched) found.push(r);
      return found;
    };
    return {
      planning: among(budgetSeed, true, planning),
      search: among(seed, true, replicates),
      judge: among(seed, false, finalReplicates),
    };
  };
  const whole = { planning: range(planning), search: range(replicates), judge: range(finalReplicates, replicates) };
  const all = count === null || count < 2 ? whole : divided();
  const countOf = (numbers: readonly number[]): number => worldsOf(seed, numbers, parameters).count;
  return { ...all, worlds: { searched: countOf(all.search), judged: countOf(all.judge) } };
}
