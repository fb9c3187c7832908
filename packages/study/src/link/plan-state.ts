import type { ScenarioInput } from "@uptake/model";
import type { PageField } from "./page-fields.ts";

/** Holds a plan kept beside the one on show, under a name of 1 … 200 characters. */
export interface PinnedPlan {
  /** Name as shown, 1 … 200 characters. */
  readonly name: string;
  /** The plan. */
  readonly scenario: ScenarioInput;
}

/**
 * Holds all that a page is set to, as plain data: a plan, how it is run, and plans pinned beside it. Whatever is not
 * given takes its default; a scenario without district or strategy is that of Colorado Springs D11, as it goes today.
 */
export interface PlanState {
  /** The plan on show. */
  readonly scenario: ScenarioInput;
  /** Text that every random draw follows from, 1 … 200 characters (default the program's). */
  readonly seed?: string;
  /** Number of replicates, 1 … 100,000 (default the program's). */
  readonly replicates?: number;
  /** Up to {@link mostPinned} plans to compare with (default none). */
  readonly pinned?: readonly PinnedPlan[];
  /** What single pages are set to, by the names of {@link pageFields} (default nothing). */
  readonly page?: Readonly<Partial<Record<PageField, string>>>;
}

/** Most plans pinned. */
export const mostPinned = 4;

/** Scenario from which a link says the difference; no link opens it. */
export const startScenario: { readonly district: string; readonly strategy: string } = {
  district: "colorado-springs-d11",
  strategy: "all-six-lessons",
};
