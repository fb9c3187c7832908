import { setImmediate as others } from "node:timers/promises";

/** Does work part by part, with a turn for others between them, such as whoever hands out runs; returns what each part gave. */
export async function inTurns<T>(parts: readonly (() => T)[]): Promise<T[]> {
  const given: T[] = [];
  for (const part of parts) {
    await others();
    given.push(part());
  }
  return given;
}
