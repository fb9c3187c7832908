/** Names what a column holds, whatever values happen to be in it. */
export type ColumnType = "text" | "number" | "integer" | "boolean";

/** Holds a value of a table; null where there is none, which any column may have. */
export type Value = string | number | boolean | null;

/** Describes a column of a table of an answer. */
export interface Column {
  readonly name: string;
  /**
   * What the values are, as the column means it and not as they come out: shares are numbers also where all are 0 or 1,
   * counts and indices are whole numbers of −2³¹ … 2³¹ − 1. A number that is not finite is no value.
   */
  readonly type: ColumnType;
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
  readonly rows: readonly (readonly Value[])[];
  /** Makes the same rows one after another, where all of them at once would take much memory; and says how many. */
  readonly passing?: { readonly count: number; readonly each: () => Iterable<readonly Value[]> };
  /** Marks a table that only other programs read: a report names it and shows none of it. */
  readonly data?: true;
}

/** Goes through the rows of a table, and holds as few of them as can be. */
export function eachRow(table: AnswerTable): Iterable<readonly Value[]> {
  return table.passing?.each() ?? table.rows;
}
