import { InputError } from "@uptake/model";

/** Replicates below which nothing is told. */
export const fewest = 25;

/** Refuses a count too small to tell anything; `of` names what is counted. @throws InputError naming `path`. */
export function checkCount(path: string, count: number, of: string = path): void {
  if (count >= fewest) return;
  const message = `${count} is too few ${of} to tell anything`;
  throw new InputError([{ code: "out-of-range", path, message, value: count, allowed: `${fewest} or more` }]);
}

/** Lists the replicate counts at which an answer is told: 25, twice as many each time, and all. */
export function doublings(all: number, first: number = fewest): number[] {
  const counts: number[] = [];
  for (let count = first; count < all; count *= 2) counts.push(count);
  return [...counts, all];
}
