import type { Scenario } from "@uptake/model";

/**
 * Holds a study as it was run, complete and serialisable: what its file says, the scenario completed, districts that are
 * not embedded written out. Running it again gives the same.
 */
export interface CompleteStudy {
  readonly kind: string;
  readonly name: string;
  readonly seed: string;
  readonly scenario: Scenario;
  /** The kind's own fields. */
  readonly [field: string]: unknown;
}
