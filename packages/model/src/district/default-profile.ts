/** Name of the embedded district that is meant where none is named. */
export const defaultProfile = "colorado-springs-d11";
