/** Tells what an upgrade changed in an older file. Plain and serialisable. */
export interface Change {
  /** Says where, as paths of issues do: `switches.contagion`. */
  readonly path: string;
  /** What stood there; undefined for a field that was not given. */
  readonly from: unknown;
  /** What stands there now; the same as `from` where only its meaning is another. */
  readonly to: unknown;
  /** Says why, in a sentence without a final stop. */
  readonly why: string;
}

/** Holds a file as it is read now, and what was changed for that. */
export interface Upgraded<File> {
  /** The file in today's form. */
  readonly file: File;
  /** What was changed, in order; empty for a file of this version. */
  readonly changes: readonly Change[];
}

/** Brings a file of one version to the next. A pure function, tolerant of whatever a stranger's file may hold. */
export type UpgradeStep<File> = (file: File) => Upgraded<File>;

/** Longest value that is written out in a sentence, in characters. */
const longest = 60;

function written(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Writes a change as a sentence without a final stop, as in `set to complex: …`; its path is left to the reader. */
export function describeChange({ from, to, why }: Change): string {
  if (from === undefined) return `set to ${written(to)}: ${why}`;
  return written(from) === written(to) ? `${written(to)}: ${why}` : `${written(from)} became ${written(to)}: ${why}`;
}
