/** Lists the stages a teacher can be in, in the order of their codes 0 … 5. */
export const stages = ["unaware", "aware", "trying", "using", "owning", "lapsed"] as const;

/** Names a stage. */
export type Stage = (typeof stages)[number];

export const UNAWARE = 0;
export const AWARE = 1;
export const TRYING = 2;
export const USING = 3;
export const OWNING = 4;
export const LAPSED = 5;

/** Depth 1 in the whole numbers that depth is kept in. */
export const DEPTH_ONE = 65535;

/** Depth at which trying becomes using: .3. */
export const USE_DEPTH = 19661;

/** Depth with which prepared hires arrive: .2. */
export const PREPARED_DEPTH = 13107;
