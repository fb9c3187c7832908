import type { Level, School } from "../district/district.ts";

/** Names the levels whose schools a programme is for. */
export type EntryLevels = "all" | "elementary" | "middle" | "high" | "secondary";

const levelsOf: Readonly<Record<EntryLevels, readonly Level[]>> = {
  all: ["elementary", "middle", "high", "other"],
  elementary: ["elementary", "other"],
  middle: ["middle", "other"],
  high: ["high", "other"],
  secondary: ["middle", "high", "other"],
};

/** Marks the schools that may join a programme for `levels` with 1; schools of no single level always may. */
export function eligibleSchools(schools: readonly School[], levels: EntryLevels): Uint8Array {
  return Uint8Array.from(schools, ({ level }) => (levelsOf[levels].includes(level) ? 1 : 0));
}
