import type { Plan } from "@uptake/model";

/** Names a plan whose value is added to, or taken from, what a coalition is worth. */
export interface Term {
  /** Names the plan: equal keys are equal plans, run once. */
  readonly key: string;
  readonly plan: () => Promise<Plan>;
  readonly sign: 1 | -1;
}

/** Describes what is shared between whom, in terms of runs in the same world and luck. */
export interface Game {
  readonly players: readonly string[];
  /** Lists what makes up the worth of a coalition (bit i for player i); nobody is worth 0. */
  readonly worth: (coalition: number) => readonly Term[];
  /** List what makes up the value without any player, and with all of them. */
  readonly from: readonly Term[];
  readonly to: readonly Term[];
}

/** Writes a coalition as a key for caches. */
export const bits = (coalition: number, players: number): string => coalition.toString(2).padStart(players, "0");
