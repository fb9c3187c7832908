/** Name of the working tree among the builds that are measured. */
export const workingTree = "now";

/**
 * What builds took, by name: the least of each number, and what else is told; or what a build lacks, so that it could not
 * be measured.
 *
 * @typedef {Record<string, { seconds?: Record<string, number>, facts?: Record<string, unknown>, lacks?: string }>} Taken
 */

/** Moves the first `k` builds to the end, so that none always goes first. */
export const rotated = (builds, k) => builds.map((_, i) => builds[(i + k) % builds.length]);

/** Returns the lesser of two measurements, number by number. */
export function leastOf(before, now) {
  const lesser = ([key, value]) => [key, Math.min(value, before?.[key] ?? Number.POSITIVE_INFINITY)];
  return Object.fromEntries(Object.entries(now).map(lesser));
}

/** Says in a line what an older build lacks. @throws the error itself where it is the working tree's. */
export function lackOf(name, error) {
  if (name === workingTree) throw error;
  return { lacks: String(error.message).split("\n")[0].slice(0, 200) };
}
