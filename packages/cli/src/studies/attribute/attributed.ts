import type { Attribution } from "@uptake/study/attribute";
import type { MinimumBudget } from "@uptake/study/budget";
import type { EvaluatedTarget } from "@uptake/study/target";

/** Holds what a study of this kind found; null what it was not asked for. */
export interface Attributed {
  readonly policy: Attribution;
  readonly assumed: Attribution | null;
  readonly target: EvaluatedTarget | null;
  readonly budget: MinimumBudget | null;
}
