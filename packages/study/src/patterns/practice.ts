/** Half of full depth, in the units of a teacher's depth. */
export const HALF_DEPTH = 32_768;

/** Tells whether a stage is using or owning. */
export const uses = (stage: number): boolean => stage === 3 || stage === 4;

/** Tells whether a stage is trying, using or owning. */
export const practises = (stage: number): boolean => stage >= 2 && stage <= 4;
