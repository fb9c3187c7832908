import { type DistrictState, InputError, type Plan, type Run, readingOf, simulate } from "@uptake/model";
import { emptySeed, outOfRange } from "../design/checks.ts";

/** Says which run of a plan is told of. */
export interface WhichRun {
  /** Text that the draws follow from (default `uptake`). */
  readonly seed?: string;
  /** Number of the replicate, from 0 (default 0). */
  readonly replicate?: number;
}

/**
 * Returns the plan that the run is of: of one that leaves settings unknown, its reading.
 *
 * @throws InputError when the replicate is no whole number of 0 or more, or the seed is empty.
 */
export function planOfRun(plan: Plan, which: WhichRun): Plan {
  check(which);
  return readingOf(plan, which.replicate ?? 0);
}

/** Checks which run is asked for. */
function check({ replicate = 0, seed = "uptake" }: WhichRun): void {
  const issues = [...outOfRange("replicate", replicate, 0, 1e9), ...emptySeed(seed)];
  if (issues.length > 0) throw new InputError(issues);
}

/** Runs a plan once, as {@link planOfRun} gives it, and keeps what `look` sees of district `d` (its place in the plan) at each index, 0 … horizon. */
export function watch<T>(
  plan: Plan,
  d: number,
  which: WhichRun,
  look: (state: DistrictState, index: number) => T,
): { readonly run: Run; readonly seen: T[] } {
  const { seed = "uptake", replicate = 0 } = which;
  const id = plan.districts[d]?.district.id;
  const seen: T[] = [];
  const observe = (state: DistrictState, index: number): number => {
    if (state.district.id === id) seen[index] = look(state, index);
    return 0;
  };
  return { run: simulate(plan, { seed, replicate, observers: [{ name: "watch", observe }] }), seen };
}
