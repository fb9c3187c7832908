import type { World } from "../evidence/parameter.ts";
import { logistic, logit } from "../numerics/math.ts";

/** Holds what a district knows of itself; each takes the place of what the model would draw. */
export interface OwnFigures {
  /** Share of teachers who leave the district in a year, above 0 to .6: in place of what size, state and standing give. */
  readonly turnover?: number;
  /** Mean of the completed years that principals have been in post, .5 … 15: in place of `principal.exit`. */
  readonly principalYears?: number;
  /** Coaches of the district on the first day, 0 or more: whenever schools call for so many, nobody need be hired. */
  readonly coaches?: number;
  /** Share of teachers who use the practice at the start, 0 … 1, for every school by id: in place of the draw between schools. */
  readonly adoption?: Readonly<Record<string, number>>;
}

/** Halvings by which a figure is turned into a number of the model. */
const HALVINGS = 40;

/** Returns where a falling function meets `value`, between `low` and `high`. */
export function whereFalling(falling: (x: number) => number, value: number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (from + to) / 2;
    if (falling(middle) > value) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** Returns the mean completed years in post of principals who leave with the yearly chance `exit`, settled as `settling` says. */
export function meanPrincipalYears(exit: number, settling: number): number {
  const stay = 1 - logistic(logit(exit) - settling);
  return (1 - exit / (exit + stay)) / exit;
}

/** Returns `world` with what a district knows of its principals. */
export function ownWorld(world: World, own: OwnFigures | undefined): World {
  const years = own?.principalYears;
  if (years === undefined) return world;
  const settling = world["principal.settling"]!;
  return { ...world, "principal.exit": whereFalling((exit) => meanPrincipalYears(exit, settling), years, 0.01, 0.8) };
}
