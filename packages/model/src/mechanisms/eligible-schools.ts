import type { School } from "../district/district.ts";
import { type EntryLevels, entryLevels } from "../scenario/entry-levels.ts";

/** Marks the schools that may join a programme for `levels` with 1; schools of no single level always may. */
export function eligibleSchools(schools: readonly School[], levels: EntryLevels): Uint8Array {
  return Uint8Array.from(schools, ({ level }) => (entryLevels[levels].includes(level) ? 1 : 0));
}
