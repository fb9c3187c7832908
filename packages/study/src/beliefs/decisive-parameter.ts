import type { Scenario } from "@uptake/model";
import { type OutcomeRuns, type RankedParameter, type RankedParameters, rankParameters } from "./rank-parameters.ts";

/** Holds which parameter goes most with an outcome, and whether it stands out among all. */
export interface Decisive extends Omit<RankedParameters, "ranked"> {
  /** The strongest, where it stands out; null where chance gives as much among so many, or nothing can be told. */
  readonly parameter: RankedParameter | null;
  /** The strongest, whether it stands out or not; null where nothing can be told. */
  readonly strongest: RankedParameter | null;
}

/**
 * Finds the parameter whose values in the worlds go most with an outcome, one number per replicate of `scenario` from
 * `first` on, as {@link rankParameters} ranks them.
 */
export function decisiveParameter(scenario: Scenario, outcomes: ArrayLike<number>, runs: OutcomeRuns): Decisive {
  const { ranked, ...told } = rankParameters(scenario, outcomes, runs);
  const strongest = ranked[0] ?? null;
  const stands = strongest !== null && Math.abs(strongest.correlation) > (told.threshold as number);
  return { parameter: stands ? strongest : null, strongest, ...told };
}
