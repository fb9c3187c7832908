import type { Level } from "../district/district.ts";

/** Names whose schools may join: all, those of one level, or middle and high schools. */
export type EntryLevels = "all" | "elementary" | "middle" | "high" | "secondary";

/** Lists the levels of schools that may join under each choice; schools of no single level always may. */
export const entryLevels: Readonly<Record<EntryLevels, readonly Level[]>> = {
  all: ["elementary", "middle", "high", "other"],
  elementary: ["elementary", "other"],
  middle: ["middle", "other"],
  high: ["high", "other"],
  secondary: ["middle", "high", "other"],
};
