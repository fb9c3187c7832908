/** Most rows, cells and columns of a table that are read: as many as of comma-separated values. */
export const mostRows = 2_500_000;
export const mostCells = 8_000_000;
export const mostColumns = 16_384;

/** Longest table, and longest cell, in characters as comma-separated values. */
export const longestTable = 33_554_432;
export const longestCell = 100_000;

/** Most row groups of a file, and most bytes of what it says of itself. */
export const mostGroups = 10_000;
export const mostMetadata: number = 8 * 1024 * 1024;

/** Most bytes that a page, and all pages together, may hold once they are unpacked. */
export const mostOfPage: number = 128 * 1024 * 1024;
export const mostUnpacked: number = 512 * 1024 * 1024;
