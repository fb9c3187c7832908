/** Holds worlds as a table, each as likely as another. Plain and serialisable. */
export interface WorldTable {
  /** Says where the worlds come from, as in `out/plan-a/worlds.csv`. */
  readonly source: string;
  /** Names of all parameters, in the order of the record. */
  readonly parameters: readonly string[];
  /** Worlds: one value for each of the parameters, in their order. */
  readonly rows: readonly (readonly number[])[];
}
