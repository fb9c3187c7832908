/** How often both ways are taken: while they took fewer seconds together than `enough`, within these bounds. */
/** @typedef {{ least: number, most: number, enough: number }} Rounds */

/** Seconds of work on one thread from which threads must pay. */
const LONG = 20;

/**
 * Takes two ways in turns, each first as often as the other, so that what else the machine does, and what a round leaves to
 * the next, slows both alike. Returns what each took, round by round.
 *
 * @param {(way: "shared" | "one") => Promise<{ wall: number, threads: number }>} take
 * @param {Rounds} rounds
 */
export async function bothWays(take, { least, most, enough }) {
  const taken = { shared: [], one: [] };
  let spent = 0;
  for (let round = 0; round < least || (round < most && spent < enough); round++) {
    for (const way of round % 2 === 0 ? ["shared", "one"] : ["one", "shared"]) {
      const use = await take(way);
      taken[way].push(use);
      spent += use.wall;
    }
  }
  return taken;
}

const leastSeconds = (uses) => Math.min(...uses.map(({ wall }) => wall));

/** Returns the least seconds of the default way as a share of the least on one thread. */
export const shareOf = ({ shared, one }) => leastSeconds(shared) / leastSeconds(one);

/**
 * Sets the targets, which hang on how long a study takes on one thread, and says on how many threads it ran by default: on
 * one, both ways are one path, and what differs between rounds is noise. That meets no target but that of short studies.
 */
export function judgedWays({ shared, one }) {
  const seconds = leastSeconds(one);
  const threads = Math.max(...shared.map((use) => use.threads));
  const shares = shared.map(({ wall }, round) => wall / one[round].wall);
  const range = `${Math.min(...shares).toFixed(2)}–${Math.max(...shares).toFixed(2)}`;
  const rounds = shares.length === 1 ? "one round" : `${shares.length} rounds of ${range}`;
  const path = threads === 1 ? "starts no other thread, so one path both ways" : `on ${threads} threads`;
  return {
    now: shareOf({ shared, one }),
    note: `${seconds.toFixed(1)} s on one thread; ${path}; ${rounds}`,
    ...(seconds >= LONG ? { must: 0.6, stretch: 0.55 } : { must: 1, onePath: threads === 1 }),
  };
}
