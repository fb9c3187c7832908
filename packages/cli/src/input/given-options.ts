import type { RawOptions } from "./options.ts";

/** Options that say where, in which worlds and of what a plan is asked, in the order in which commands print them. */
const place = [
  ["district", "--district"],
  ["roster", "--roster"],
  ["format", "--format"],
  ["column", "--column"],
  ["districtId", "--district-id"],
] as const;

const asked = [
  ...place,
  ["of", "--of"],
  ["target", "--target"],
  ["by", "--by"],
  ["worlds", "--worlds"],
  ["effects", "--effects"],
  ["level", "--level"],
  ["months", "--months"],
  ["budget", "--budget"],
  ["seed", "--seed"],
  ["replicates", "--replicates"],
] as const;

function wordsOf(raw: RawOptions, options: readonly (readonly [keyof RawOptions, string])[]): string[] {
  return options.flatMap(([name, option]) => {
    const value = raw[name];
    const values = Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
    return values.flatMap((one: string) => [option, one]);
  });
}

/** Returns the words of the options that say where and what was asked, so that another command asks the same. */
export const givenOptions = (raw: RawOptions): string[] => wordsOf(raw, asked);

/** Returns the words of the options that say where. */
export const givenPlace = (raw: RawOptions): string[] => wordsOf(raw, [...place, ["seed", "--seed"]]);
