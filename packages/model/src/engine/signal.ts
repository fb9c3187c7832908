/** Bits of a signal: how many use, how many lapsed lately (each 5 bits, so up to 31 add without overflow), their depth. */
export const LAPSED_BIT = 32;
export const DEPTH_SHIFT = 10;
export const USING_MASK = 31;
export const EXPOSURE_MASK = 1023;
