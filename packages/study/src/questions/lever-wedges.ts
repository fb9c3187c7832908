import { type ScenarioInput, scenario } from "@uptake/model";
import { attributeLevers } from "../attribute/attribute-levers.ts";
import type { Attribution } from "../attribute/attribution.ts";
import { checkCount, doublings } from "./fewest.ts";
import { growing } from "./growing.ts";
import type { Question } from "./question.ts";
import { toldGrowing } from "./told-growing.ts";

/** Asks what each lever of a plan, and influence between peers, adds to what is reached as today. */
export interface WedgesInput {
  /** The plan. */
  readonly scenario: ScenarioInput;
  /** Replicates, 25 … 100,000 (default 50). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Most levers, peers counted as one, of which every combination is run, 1 … 12 (default 6); of more, orders are drawn. */
  readonly exactPlayers?: number;
  /** Orders drawn a replicate, even (default 2: one and its reverse). */
  readonly orders?: number;
}

/** Holds what each lever adds, and the runs it rests on. */
export type Wedges = Omit<Attribution, "checksums"> & { readonly runs: number };

/**
 * Shares out what a plan adds between its levers and peers (Shapley), told with 25 replicates first.
 *
 * @throws InputError as `attributeLevers` does, and with fewer than 25 replicates.
 */
export const leverWedges: Question<WedgesInput, Wedges> = async (input, means) => {
  const { replicates = 50, seed = "uptake", exactPlayers = 6, orders = 2 } = input;
  checkCount("replicates", replicates);
  const asked = scenario(input.scenario);
  const evaluate = growing(means.evaluate);
  const told = async (count: number): Promise<Wedges> => {
    let runs = 0;
    const { checksums, ...found } = await attributeLevers(asked, {
      replicates: count,
      seed,
      exactPlayers,
      orders,
      evaluate,
      signal: means.signal,
      onProgress(done, total) {
        runs = total;
        means.onProgress(done, Math.round((total * replicates) / count));
      },
    });
    return { ...found, runs: Math.max(runs, checksums.length) };
  };
  return toldGrowing(doublings(replicates), told, means.onPartial);
};
