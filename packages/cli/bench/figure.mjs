import { workingTree } from "./taken.mjs";

/**
 * One measured figure.
 *
 * @typedef {object} Figure
 * @property {string} name
 * @property {string} title says what was measured
 * @property {string} unit of `now` and `older`
 * @property {number | null} now of the working tree; null where it could not be measured
 * @property {Record<string, number>} older of older commits, by name
 * @property {Record<string, string>} lacks why a build has no figure
 * @property {"older" | "itself"} [judged] whether a target holds for the share of an older commit's figure, or for the
 *   figure itself; left out where there is no target
 * @property {"most" | "least"} [bound] whether a target is the most the figure may be (the default) or the least
 * @property {number} [must]
 * @property {number} [stretch]
 * @property {boolean} [onePath] whether what is compared is one and the same by how it is made, so that what differs is noise
 * @property {boolean | null} [sameBits] whether the working tree's runs have the bits of the youngest older commit's
 * @property {string} [note]
 */

/**
 * Reads one figure of every build from what they took; `read` gets a build's seconds and facts, and returns the figure or
 * undefined where it cannot be told.
 *
 * @param {Record<string, { seconds?: object, facts?: object, lacks?: string }>} taken as `inTurns` returns it
 * @param {(seconds: any, facts: any) => number | undefined} read
 * @param {string} [why] what is missing where a figure cannot be told
 */
export function valuesOf(taken, read, why = "not measured") {
  const values = { now: null, older: {}, lacks: {} };
  for (const [name, { seconds, facts, lacks }] of Object.entries(taken)) {
    const value = lacks === undefined ? read(seconds, facts) : undefined;
    if (value === undefined || Number.isNaN(value)) values.lacks[name] = lacks ?? why;
    else if (name === workingTree) values.now = value;
    else values.older[name] = value;
  }
  return values;
}

/** Tells whether the working tree's runs have the bits of the youngest older commit's; null where there is none. */
export function sameBits(taken, read) {
  const youngest = Object.keys(taken).at(-1);
  if (youngest === workingTree || taken[youngest].lacks !== undefined) return null;
  return JSON.stringify(read(taken[workingTree].facts)) === JSON.stringify(read(taken[youngest].facts));
}
