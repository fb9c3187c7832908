import type { Objective } from "./objective.ts";
import type { OptimiseSettings } from "./optimise-settings.ts";
import type { TradeOff } from "./plan-frontier.ts";
import { type Searched, type SeenPoint, search } from "./search.ts";
import type { SearchGround } from "./search-ground.ts";
import type { Point } from "./search-space.ts";
import type { Aim } from "./search-value.ts";
import { type PlannedPoint, withinBudget } from "./within-budget.ts";

/** Holds what the searches of one budget came to. */
export interface SearchedBudget {
  /** Best candidate in what is sought; undefined where nothing was measured. */
  readonly best: SeenPoint | undefined;
  /** Points to try in worlds held out: the best different ones of each search, and where it ended. */
  readonly finalists: readonly PlannedPoint[];
  readonly candidates: readonly SeenPoint[];
  readonly promised: number | null;
  readonly generations: number;
  readonly tried: number;
}

/** Counts the searches of one budget. */
export const searchesOf = (tradeOff: readonly TradeOff[]): number => (tradeOff.includes("gap") ? 3 : 1);

/** Searches one budget: for what is sought and, where the gap is traded off, for a small gap and for plans between. */
export async function searchBudget(
  input: {
    readonly budget: number;
    readonly cheapest: PlannedPoint;
    readonly settings: OptimiseSettings;
    readonly objective: Objective;
    readonly tradeOff: readonly TradeOff[];
    readonly start: Point | undefined;
  },
  ground: SearchGround,
): Promise<SearchedBudget> {
  const { budget, cheapest, settings, objective, tradeOff, start } = input;
  const fit = (points: readonly Point[]) => withinBudget(points, budget, cheapest, ground.costOf);
  const run = async (aim: Aim): Promise<Searched> => {
    const name = aim.for === "sought" ? `${budget}` : `${budget} ${aim.for}`;
    return search({ ranges: ground.ranges, settings, name, start, aim, of: objective.of }, async (points) => {
      const planned = await fit(points);
      const seen = await ground.see(planned.map(({ point }) => point));
      return planned.map((one, i) => ({ ...one, seen: seen[i] ?? null }));
    });
  };
  const first = await run({ for: "sought" });
  const searches = [first, ...(tradeOff.includes("gap") ? await towardsGap(first, run) : [])];
  const keyOf = ({ point }: PlannedPoint): string => ground.keyOf(ground.chosenAt(point));
  const finalists: PlannedPoint[] = [];
  for (const { candidates, centre } of searches) {
    const different = candidates.filter((one, i) => candidates.findIndex((other) => keyOf(other) === keyOf(one)) === i);
    finalists.push(...different.slice(0, settings.finalists), ...(await fit([centre])));
  }
  const [best] = first.candidates;
  return {
    best,
    finalists,
    candidates: searches.flatMap(({ candidates }) => candidates),
    promised: best && best.seen.short === 0 ? best.seen.sought : null,
    generations: searches.reduce((sum, one) => sum + one.generations, 0),
    tried: searches.reduce((sum, one) => sum + one.tried, 0),
  };
}

/** Searches for a small gap and then, where the two aims conflict, for plans between. */
async function towardsGap(first: Searched, run: (aim: Aim) => Promise<Searched>): Promise<Searched[]> {
  const second = await run({ for: "gap" });
  const most = first.candidates[0]?.seen;
  const closest = second.candidates[0]?.seen;
  if (!most || !closest || !(most.sought > closest.sought && most.gap > closest.gap)) return [second];
  return [second, await run({ for: "between", most, closest })];
}
