/** Longest formula read, in characters. */
export const formulaLimit = 500;
