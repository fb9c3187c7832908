/** Holds answers that are computed together when the site is built, each under a name of letters, dashes and dots. */
export interface Batch {
  /** What each answers. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** Computes them: plain data. */
  readonly answer: () => Promise<Readonly<Record<string, unknown>>>;
}
