import type { World } from "@uptake/model";
import type { Evaluation } from "./evaluation.ts";

/**
 * Lists the places of evaluations replicate by replicate, in each those of equal values one after another, and else as they
 * come: runs of one replicate that follow one another share what they have in common.
 */
export function byReplicate(evaluations: readonly Evaluation[]): number[] {
  const groups = groupsOfValues(evaluations);
  const replicateOf = (place: number): number => (evaluations[place] as Evaluation).replicate;
  const groupOf = (place: number): number => groups[place] as number;
  return Array.from(evaluations, (_, place) => place).sort(
    (a, b) => replicateOf(a) - replicateOf(b) || groupOf(a) - groupOf(b) || a - b,
  );
}

/** Numbers the different values of parameters among evaluations as they first come, and gives the number of each evaluation's. */
function groupsOfValues(evaluations: readonly Evaluation[]): Int32Array {
  // A record is written out once, however many evaluations have it.
  const ofRecord = new Map<World | undefined, number>();
  const ofText = new Map<string, number>();
  return Int32Array.from(evaluations, ({ values }) => {
    const known = ofRecord.get(values);
    if (known !== undefined) return known;
    const text = JSON.stringify(values ?? null);
    const group = ofText.get(text) ?? ofText.size;
    ofText.set(text, group);
    ofRecord.set(values, group);
    return group;
  });
}
