import alea from "seedrandom/lib/alea.js";

/**
 * Keys counter-based randomness. A draw is a pure function of its key and its slot, so no draw can shift another:
 * adding a lever, a school, a district or a decision leaves every other draw as it was. Words made here are signed,
 * since an engine keeps a number above 2³¹ in a box of its own; draws are the same from words that are not.
 */
export interface Key {
  /** First key word, 32 bits. */
  a: number;
  /** Second key word, 32 bits. */
  b: number;
}

/** Holds the two 32-bit words that stand for a name in a key, as signed as those of a {@link Key}. */
export interface Words {
  /** First word, 32 bits with a sign. */
  readonly w0: number;
  /** Second word, 32 bits with a sign. */
  readonly w1: number;
}

/** 2³², the number of values a draw can take. */
export const DRAWS = 4294967296;

/** Mixes 32 bits (Wellons' triple32 family, two multiplications). Returns an unsigned integer. */
export function mixA(value: number): number {
  let x = value;
  x ^= x >>> 16;
  x = Math.imul(x, 0x21f0aaad);
  x ^= x >>> 15;
  x = Math.imul(x, 0x735a2d97);
  x ^= x >>> 15;
  return x >>> 0;
}

/** Mixes 32 bits (the murmur3 finaliser). Returns an unsigned integer. */
export function mixB(value: number): number {
  let x = value;
  x ^= x >>> 16;
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  x ^= x >>> 16;
  return x >>> 0;
}

/** Draws an unsigned 32-bit integer, uniform over 0 … 2³²−1, for `slot` under key words `a` and `b`. */
export function draw(a: number, b: number, slot: number): number {
  return mixB(mixA((slot + a) | 0) + b);
}

/** Draws a real number, uniform in [0, 1), for `slot` under `key`. */
export function uniform(key: Key, slot: number): number {
  return draw(key.a, key.b, slot) / DRAWS;
}

/** Draws an integer, uniform over 0 … `below`−1, for `slot` under `key`. `below` must be at least 1. */
export function integer(key: Key, slot: number, below: number): number {
  return Math.floor((draw(key.a, key.b, slot) / DRAWS) * below);
}

/**
 * Sums the four bytes of a draw: an integer 0 … 1020, bell-shaped, mean 510. With {@link standardise} it is a close
 * stand-in for a normal variate that needs no logarithm.
 */
export function byteSum(bits: number): number {
  return (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
}

/** Turns a byte sum (0 … 1020) into a variate of mean 0 and variance within 1% of 1, range ±3.46. */
export function standardise(sum: number): number {
  return 1.7320508075688772 * (sum / 255 - 2);
}

/** Draws a bell-shaped variate of mean 0 and variance about 1 for `slot` under `key`. */
export function bell(key: Key, slot: number): number {
  return standardise(byteSum(draw(key.a, key.b, slot)));
}

/** Returns the first word of the key under `a` for the word `w0`. */
function absorbFirst(a: number, w0: number): number {
  return mixA(((a ^ w0) + 0x9e3779b9) | 0) | 0;
}

/** Returns the second word of the key under `b` for the word `w1`. */
function absorbSecond(b: number, w1: number): number {
  return mixB(((b + w1) | 0) ^ 0x6a09e667) | 0;
}

/** Absorbs a pair of words into `parent`, writing to `out` (which may be `parent` itself). Returns `out`. */
export function absorbWords(parent: Key, w0: number, w1: number, out: Key): Key {
  const a = absorbFirst(parent.a, w0);
  const b = absorbSecond(parent.b, w1);
  out.a = a;
  out.b = b;
  return out;
}

/** Derives the key under `parent` for a name or a whole number. */
export function derive(parent: Key, word: Words | number): Key {
  return typeof word === "number"
    ? absorbWords(parent, word, word, { a: 0, b: 0 })
    : absorbWords(parent, word.w0, word.w1, { a: 0, b: 0 });
}

/** Hashes a text to two independent 32-bit words (two FNV-1a streams over its UTF-16 units, then mixed). */
export function hashText(text: string): Words {
  let h0 = 0x811c9dc5;
  let h1 = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h0 = Math.imul(h0 ^ unit, 0x01000193);
    h1 = Math.imul(h1 ^ (unit + 0x9e37), 0x0100018d);
  }
  return { w0: mixA(h0) | 0, w1: mixB(h1 ^ text.length) | 0 };
}

/**
 * Turns a seed text into the root key of a run. seedrandom's Alea spreads the text once; everything after is
 * counter-based. Any text is a seed, but the empty one is refused at the door.
 */
export function rootKey(seed: string): Key {
  const spread = alea(seed);
  const w0 = spread.int32();
  const w1 = spread.int32();
  return absorbWords({ a: w0, b: w1 }, w1, w0, { a: 0, b: 0 });
}

/** Returns the key of a decision in month `t` under a district's key. */
export function decisionKey(district: Key, decision: Words, t: number): Key {
  const key = absorbWords(district, decision.w0, decision.w1, { a: 0, b: 0 });
  return absorbWords(key, t, t, key);
}

/** Draws 32 bits for `slot` of a school, under a decision's key. */
export function schoolDraw(decision: Key, school: Words, slot: number): number {
  return draw(absorbFirst(decision.a, school.w0), absorbSecond(decision.b, school.w1), slot);
}

/** Draws a real number, uniform in [0, 1), for `slot` of a school, under a decision's key. */
export function schoolUniform(decision: Key, school: Words, slot: number): number {
  return schoolDraw(decision, school, slot) / DRAWS;
}

/** Draws a bell-shaped variate for `slot` of a school, under a decision's key. */
export function schoolBell(decision: Key, school: Words, slot: number): number {
  return standardise(byteSum(schoolDraw(decision, school, slot)));
}
