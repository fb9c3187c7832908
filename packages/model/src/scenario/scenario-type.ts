import type { District } from "../district/district.ts";
import type { OwnFigures } from "../district/own-figures.ts";
import type { Beliefs } from "../evidence/beliefs.ts";
import type { LeverUse } from "./lever.ts";
import type { Shock } from "./shock.ts";
import type { Target } from "./target.ts";
import type { Ease } from "./transition.ts";
import type { scenarioVersion } from "./upgrade/scenario-version.ts";

/** Sets rival assumptions about how the world works. */
export interface Switches {
  /** Peer influence in proportion to exposure, by personal threshold, or none (default `simple`). */
  readonly contagion: "complex" | "simple" | "none";
  /** Ties of advice, or everyone connected to everyone (default `advice`). */
  readonly network: "advice" | "complete";
  /** Whether every teacher knows of the practice from the start (default false). */
  readonly everyoneAware: boolean;
  /** Whether school design limits the depth that can be reached (default true). */
  readonly designPrerequisite: boolean;
  /**
   * How time, leadership and office join to one level of support: as the world has it, in a sum, in a product, or near
   * the weakest of them (default `drawn`).
   */
  readonly levels: "drawn" | "sum" | "product" | "weakest";
  /** Whether prescription raises lapsing and lowers ownership (default true). */
  readonly prescriptionCosts: boolean;
}

/** Describes what is tried, where, and what is asked of it. Plain, frozen, serialisable. */
export interface Scenario {
  /** Version of the scenario format. */
  readonly version: typeof scenarioVersion;
  /** Name as shown (default that of the strategy). */
  readonly name: string;
  /** Name of an embedded profile, or the district, or several districts (a system). */
  readonly district: string | District | readonly (string | District)[];
  /**
   * Name of the strategy the levers come from, `custom` where they have no name; followed by ` (changed)` where levers were
   * set over those of a shipped strategy, or beside those of one with a name of its own.
   */
  readonly strategy: string;
  /** Levers used, by name; those not named are not used (default those of the strategy). */
  readonly levers: Readonly<Record<string, LeverUse>>;
  /** Months simulated, 1 … 600 (default 60). */
  readonly horizon: number;
  /** Months funded: where levers end unless they say otherwise (default 36). */
  readonly funded: number;
  /** Shocks felt (default none). */
  readonly shocks: readonly Shock[];
  /** Rival assumptions about how the world works. */
  readonly switches: Switches;
  /** Whether results add what a survey of teachers would have shown (default false). */
  readonly survey: boolean;
  /** What is asked of it (default 80% of teachers at index 34). */
  readonly target: Target;
  /** Factors of the odds of transitions: what would be if one were easier (default 1 each). */
  readonly ease: Ease;
  /** What the district knows of itself, for a scenario of one district; null where nothing is given (default). */
  readonly own: OwnFigures | null;
  /** How worlds are drawn (default `sampled` from the kept worlds, effects as they are there, nothing replaced). */
  readonly parameters: Beliefs;
}

/** Gives a strategy by name, or by levers on top of a named one. */
export type StrategyInput =
  | string
  | { readonly base?: string; readonly levers?: Readonly<Record<string, LeverUse>>; readonly name?: string };

/** Gives any part of a scenario; the rest takes its default. */
export interface ScenarioInput {
  /**
   * Version of the format, which can be today's only; files of older versions are upgraded by `@uptake/model/validate`.
   */
  readonly version?: typeof scenarioVersion;
  /** Name as shown, at most 200 characters (default that of the strategy). */
  readonly name?: string;
  /** Name of an embedded profile, a district, or several (default `colorado-springs-d11`). */
  readonly district?: Scenario["district"];
  /** Named strategy, with levers set over its own where wanted (default `business-as-usual`). */
  readonly strategy?: StrategyInput;
  /** Levers set over those of the strategy, setting by setting (default none). */
  readonly levers?: Readonly<Record<string, LeverUse>>;
  /** Months simulated, whole, 1 … 600 (default 60). */
  readonly horizon?: number;
  /** Months funded, whole, 0 … horizon: where levers end unless they say otherwise (default 36). */
  readonly funded?: number;
  /** Shocks felt (default none). */
  readonly shocks?: readonly Shock[];
  /** Rival assumptions to change; the others keep their defaults. */
  readonly switches?: Partial<Switches>;
  /** Whether results add what a survey of teachers would have shown (default false). */
  readonly survey?: boolean;
  /** Share (default .8), index (default 34, May of year 3) and what it is a share of (default `teachers`). */
  readonly target?: Partial<Target>;
  /** Factors of the odds of transitions, .01 … 100 (default 1 each). */
  readonly ease?: Partial<Ease>;
  /** What the district knows of itself, for a scenario of one district (default null). */
  readonly own?: OwnFigures | null;
  /** How worlds are drawn (default `sampled` from the kept worlds, effects as they are there, nothing replaced). */
  readonly parameters?: Partial<Beliefs>;
}
