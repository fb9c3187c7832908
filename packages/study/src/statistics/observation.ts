/** Holds how long one subject was watched, and whether what is waited for came at the end or was not seen (censored). */
export interface Observation {
  /** Time, 0 or more. */
  readonly time: number;
  /** Whether what is waited for came; otherwise watching ended. */
  readonly reached: boolean;
}
