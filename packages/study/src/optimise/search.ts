import { type CmaEsState, cmaEsAsk, cmaEsBegin, cmaEsCentre, cmaEsStop, cmaEsTell } from "./cma-es.ts";
import type { Objective } from "./objective.ts";
import type { OptimiseSettings } from "./optimise-settings.ts";
import type { Point } from "./search-space.ts";
import { type Aim, type Seen, searchValue } from "./search-value.ts";
import type { PlannedPoint } from "./within-budget.ts";

/** Holds a candidate with what the search saw of it. */
export interface SeenPoint extends PlannedPoint {
  readonly seen: Seen;
}

/** Holds what one search came to. */
export interface Searched {
  /** Every candidate that was measured, best first. */
  readonly candidates: readonly SeenPoint[];
  /** Where the search ended. */
  readonly centre: Point;
  readonly generations: number;
  /** Candidates tried. */
  readonly tried: number;
}

/** Searches one budget with one aim. `see` brings candidates within the sum and tries them. */
export async function search(
  how: {
    readonly ranges: readonly (readonly [number, number])[];
    readonly settings: OptimiseSettings;
    readonly name: string;
    readonly start: Point | undefined;
    readonly aim: Aim;
    readonly of: Objective["of"];
  },
  see: (points: readonly Point[]) => Promise<readonly (PlannedPoint & { readonly seen: Seen | null })[]>,
): Promise<Searched> {
  const { ranges, settings, name, start, aim, of } = how;
  const { population, generations } = settings;
  let state: CmaEsState = cmaEsBegin({
    seed: `${settings.seed} ${name}`,
    bounds: ranges,
    population,
    evaluations: population * generations,
    stepTolerance: 1e-3,
    ...(start ? { start } : {}),
  });
  const worthOf = (seen: Seen): number => searchValue(aim, seen, of);
  const candidates: SeenPoint[] = [];
  while (cmaEsStop(state) === null) {
    const valued = await see(cmaEsAsk(state));
    state = cmaEsTell(
      state,
      valued.map(({ seen }) => seen && worthOf(seen)),
    );
    candidates.push(...valued.flatMap(({ seen, ...one }) => (seen ? [{ ...one, seen }] : [])));
  }
  return {
    candidates: candidates.toSorted((a, b) => worthOf(a.seen) - worthOf(b.seen)),
    centre: cmaEsCentre(state),
    generations: state.generation,
    tried: state.evaluations,
  };
}
