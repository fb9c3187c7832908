import type { LeverUse, ScenarioInput, World } from "@uptake/model";

export type Levers = Readonly<Record<string, LeverUse>>;

/** Names what two plans are compared by; see `measures` in play.ts. */
export type Measure = "adoption" | "label" | "depth50" | "depth70" | "members" | "worstTier";

/** Sets two plans of the same planned cost side by side: one that uses a lever, one that spends the money otherwise. */
export interface Trial {
  /** What the trial is to show; `ordinary` and `tried` are only reported. */
  readonly shows: "ordinary" | "win" | "loss" | "tried";
  /** Says in plain words where it takes place and what the other plan does with the money. */
  readonly words: string;
  readonly using: Levers;
  readonly instead: Levers;
  /** Levers of the other plan that are scaled until it costs as much. */
  readonly spentOn: readonly string[];
  /** Sum both are scaled to, in dollars; without it, what the plan that uses the lever costs at full intensity. */
  readonly sum?: { readonly dollars: number; readonly scaled: readonly string[] };
  /** District (default ten schools of 25 teachers), months, shocks and switches. */
  readonly where?: Pick<ScenarioInput, "district" | "horizon" | "funded" | "shocks" | "switches">;
  /** Values held in every world, within their priors; all others are drawn. */
  readonly world?: World;
  /** Default adoption in May of year 3 (index 34). */
  readonly measure?: readonly [Measure, number];
}

/** Holds the trials of one lever. */
export interface LessonTrials {
  readonly lever: string;
  readonly trials: readonly Trial[];
}
