/** Holds something the reader of a roster should know, which is no reason to refuse it. */
export interface RosterNote {
  /** Names the kind of note, in kebab-case, as in `total-row`. */
  readonly code: string;
  /** Says it in a sentence without a final stop. */
  readonly message: string;
  /** Lines of the rows it is about, from 1; empty for the roster as a whole. */
  readonly rows: readonly number[];
}

/** Merges notes that say the same of different rows, in the order in which they first appear. */
export function mergeNotes(notes: readonly RosterNote[]): RosterNote[] {
  const merged = new Map<string, RosterNote & { readonly rows: number[] }>();
  for (const { code, message, rows } of notes) {
    const key = `${code} ${message}`;
    const same = merged.get(key) ?? { code, message, rows: [] };
    merged.set(key, same);
    for (const row of rows) same.rows.push(row);
  }
  return [...merged.values()];
}
