import type { World } from "../evidence/parameter.ts";
import { whereFalling } from "../numerics/where-falling.ts";
import { meanPrincipalYears } from "./principal-tenures.ts";

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

/** Returns `world` with what a district knows of its principals. */
export function ownWorld(world: World, own: OwnFigures | undefined): World {
  const years = own?.principalYears;
  if (years === undefined) return world;
  const settling = world["principal.settling"]!;
  return { ...world, "principal.exit": whereFalling((exit) => meanPrincipalYears(exit, settling), years, 0.01, 0.8) };
}
