/** Describes marks that stand in a field in place of a figure. */
export interface RosterMark {
  /** The marks, as files have them. */
  readonly marks: readonly string[];
  /** Says what they stand for. */
  readonly means: string;
  /** Who publishes them so. */
  readonly sources: string;
}

/** Lists what is read as "no figure", in every format and whatever its case; a blank field is one too. */
export const rosterMarks: readonly RosterMark[] = [
  { marks: ["–", "—", "-", "--"], means: "not reported", sources: "NCES table generator (–); typed by hand" },
  { marks: ["†"], means: "not applicable", sources: "NCES table generator" },
  { marks: ["‡"], means: "below NCES's standards of quality", sources: "NCES table generator" },
  { marks: ["*", "**", "***"], means: "suppressed, as too few students", sources: "California, Massachusetts, Texas" },
  { marks: ["s"], means: "suppressed, as too few students", sources: "states' reports" },
  { marks: ["."], means: "not reported or masked", sources: "Texas; files written by SAS or Stata" },
  { marks: ["n/a", "#n/a", "na", "n.a."], means: "not available", sources: "California, Colorado; spreadsheets; R" },
  { marks: ["null"], means: "not available", sources: "database exports" },
  { marks: ["not reported"], means: "not reported", sources: "NCES" },
  { marks: ["not applicable"], means: "not applicable", sources: "NCES" },
  { marks: ["m", "-1"], means: "missing", sources: "Common Core of Data; Urban Institute; Texas (-1: masked)" },
  { marks: ["n", "-2"], means: "not applicable", sources: "Common Core of Data; Urban Institute" },
  { marks: ["-3"], means: "suppressed", sources: "Urban Institute; Texas (masked)" },
  { marks: ["-9"], means: "below NCES's standards of quality", sources: "Common Core of Data" },
];

const meanings: ReadonlyMap<string, string> = new Map(
  rosterMarks.flatMap(({ marks, means }) => marks.map((mark) => [mark, means])),
);

/** Says what a mark in place of a figure means; `undefined` when the text is no mark. */
export function meaningOfMark(text: string): string | undefined {
  return meanings.get(text.toLowerCase());
}

const bound = /^n?\s*(?:[<>≤≥]|[<>]=)\s*(\d{1,9}(?:\.\d{1,9})?)\s*%?$/i;

/** Reads a bound in place of a figure, as in `<10` or `>95%`: the number in it; `undefined` when the text is no bound. */
export function boundOf(text: string): number | undefined {
  const found = bound.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
