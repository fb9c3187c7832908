/** Lists the names of the transitions, schools' first, in the order in which they are taken. */
export const transitionNames = ["join", "drop", "hear", "try", "give-up", "use", "own", "lapse", "leave"] as const;
/** Names a step that a school or a teacher takes on the way to the practice, or away from it. */
export type Transition = (typeof transitionNames)[number];

/** Says by what the odds of each transition are multiplied where it is a gain, and divided where it is a loss; 1 leaves them. */
export type Ease = Readonly<Record<Transition, number>>;

/** Completes factors of ease; those not given are 1. */
export function easeOf(given: Partial<Ease> = {}): Ease {
  return Object.fromEntries(transitionNames.map((name) => [name, given[name] ?? 1])) as Record<Transition, number>;
}
