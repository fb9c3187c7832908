import { breathe } from "../workers/breathe.ts";

/**
 * Does work part by part beside runs that are being made: between parts this thread hears others, such as workers that ask
 * for more runs, as often as while it makes runs itself. Returns what each part gave, in their order; rejects with what the
 * first throws that does.
 */
export async function inTurns<T>(parts: readonly (() => T)[]): Promise<T[]> {
  const given: T[] = [];
  for (const part of parts) {
    await breathe();
    given.push(part());
  }
  return given;
}
