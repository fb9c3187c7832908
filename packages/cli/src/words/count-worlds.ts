import type { Draw } from "@uptake/model";
import { counted } from "./format.ts";

/** Holds how many replicates there are, and of how many different worlds. */
export interface CountedWorlds {
  readonly replicates: number;
  readonly worlds: number;
  /** How worlds were drawn. */
  readonly parameters: Draw;
}

/** Tells whether replicates share worlds although there are several. */
export const repeatsWorlds = ({ replicates, worlds, parameters }: CountedWorlds): boolean =>
  parameters !== "fixed" && worlds < replicates;

/** Names what a share over replicates is of: worlds where each has its own, else replicates, or runs of one world. */
export function sharedOf(all: CountedWorlds): string {
  if (all.parameters === "fixed") return "runs";
  return repeatsWorlds(all) ? "replicates" : "worlds";
}

/**
 * Counts worlds, as in `64 worlds`, with the replicates where they share them, as in `1,276 replicates in 319 worlds`; runs
 * where all have the fixed world.
 */
export function countWorlds(all: CountedWorlds, noun = "world"): string {
  const { replicates, worlds, parameters } = all;
  if (parameters === "fixed") return counted(replicates, "run");
  return `${repeatsWorlds(all) ? `${counted(replicates, "replicate")} in ` : ""}${counted(worlds, noun)}`;
}
