/** Describes a column of a table of an answer. */
export interface Column {
  readonly name: string;
  /** Unit, as in `share of teachers`, `$ of 2024`, `months`; `–` for names. */
  readonly unit: string;
  readonly doc: string;
}

/** Holds a tidy table of an answer: one row an observation, written as CSV and Parquet. */
export interface AnswerTable {
  /** Name in kebab-case, which becomes the file's. */
  readonly name: string;
  readonly doc: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}
