import type { LeverUse } from "../lever.ts";
import { leverNumbers } from "../levers/lever-numbers.ts";
import type { FoundingDocument } from "./documents.ts";
import type { Reading, Strategy } from "./strategy.ts";

/** Says of every preset read from a document what its numbers are. */
const note =
  "Its numbers are a reading of the documents named, by one rule for all presets; they are not data about anybody, and were tuned to no result. What such a network or district surely had in some amount, and no passage gives, is not known: it is drawn between the ends named. What else no passage speaks of is left as it is without the strategy.";

/** Holds settings beside the passage they rest on. */
export interface Part {
  readonly uses: Readonly<Record<string, LeverUse>>;
  readonly reading: Reading;
}

/** Rests settings on a passage; `file` is undefined where no document says it. */
export function part(
  uses: Readonly<Record<string, LeverUse>>,
  file: FoundingDocument | undefined,
  passage: string,
): Part {
  const settings = Object.entries(uses).flatMap(([lever, use]) => Object.keys(use).map((name) => `${lever}.${name}`));
  return { uses, reading: { settings, ...(file === undefined ? {} : { file }), passage } };
}

/** Leaves what no passage speaks of at the status quo; fractions of other settings keep their defaults. */
function silent(name: string): LeverUse {
  const settings = leverNumbers.find((lever) => lever.name === name)?.settings ?? [];
  return Object.fromEntries(
    settings.filter((s) => !s.fraction && Number.isFinite(s.statusQuo)).map((s) => [s.name, s.statusQuo]),
  );
}

/**
 * Puts a strategy together from parts. Where two parts give a setting different values the later one holds, and the
 * passage of the earlier one no longer speaks for it.
 */
export function preset(
  about: Pick<Strategy, "name" | "title" | "doc" | "kind" | "place">,
  parts: readonly Part[],
): Strategy {
  const used: Record<string, LeverUse> = {};
  for (const { uses } of parts) {
    for (const [lever, use] of Object.entries(uses)) used[lever] = { ...(used[lever] ?? silent(lever)), ...use };
  }
  const readings = parts.flatMap(({ uses, reading }): Reading[] => {
    const settings = reading.settings.filter((setting) => {
      const [lever = "", own = ""] = setting.split(".");
      return used[lever]?.[own] === uses[lever]?.[own];
    });
    return settings.length > 0 ? [{ ...reading, settings }] : [];
  });
  return { ...about, note, levers: used, readings };
}
