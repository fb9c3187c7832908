/** Holds the schools whose figure of one kind was estimated in one way. */
export interface Estimate {
  /** What was estimated. */
  readonly field: "teachers" | "lowIncomeShare";
  /** Ids of the schools. */
  readonly schools: readonly string[];
  /** Says how, in a sentence. */
  readonly how: string;
}
