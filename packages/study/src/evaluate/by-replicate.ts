import type { Evaluation } from "./evaluation.ts";

/**
 * Lists the places of evaluations replicate by replicate, as they come within each: runs of one replicate that follow one
 * another share what they start from.
 */
export function byReplicate(evaluations: readonly Evaluation[]): number[] {
  const replicateOf = (place: number): number => (evaluations[place] as Evaluation).replicate;
  return Array.from(evaluations, (_, place) => place).sort((a, b) => replicateOf(a) - replicateOf(b) || a - b);
}
