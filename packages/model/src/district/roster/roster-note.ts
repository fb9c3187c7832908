/** Holds something the reader of a roster should know, which is no reason to refuse it. */
export interface RosterNote {
  /** Names the kind of note, in kebab-case, as in `total-row`. */
  readonly code: string;
  /** Says it in a sentence without a final stop. */
  readonly message: string;
  /** Lines of the rows it is about, from 1; empty for the roster as a whole. */
  readonly rows: readonly number[];
}
