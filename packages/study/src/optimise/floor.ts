import { meanInterval } from "../statistics/mean-interval.ts";
import { presentOf, type Units } from "../statistics/worlds-of.ts";
import type { Outcomes } from "./objective.ts";

/** Says what a plan must keep to at the objective's month, as a mean over worlds; without either, nothing. */
export interface Floor {
  /** Least adoption of the poverty third that has least of it, a share. */
  readonly worstTier?: number;
  /** Largest lead of the low-poverty over the high-poverty third, a share. */
  readonly gap?: number;
}

/** Tells whether a floor is kept: `cannot-tell` where the 95% interval of a mean it bounds reaches over the bound. */
export function floorKept(
  floor: Floor,
  { worstTier, gap }: Outcomes,
  own?: Units,
): "kept" | "broken" | "cannot-tell" | null {
  const verdicts: ("kept" | "broken" | "cannot-tell")[] = [];
  const judge = (values: readonly number[], bound: number, sign: number): void => {
    const { values: room, units } = presentOf(
      values.map((value) => sign * (value - bound)),
      own,
    );
    if (room.length === 0) return void verdicts.push("cannot-tell");
    const { mean, low, high } = meanInterval(room, units);
    if ((low ?? mean) >= 0) verdicts.push("kept");
    else verdicts.push((high ?? mean) < 0 ? "broken" : "cannot-tell");
  };
  if (floor.worstTier !== undefined) judge(worstTier, floor.worstTier, 1);
  if (floor.gap !== undefined) judge(gap, floor.gap, -1);
  if (verdicts.length === 0) return null;
  return verdicts.includes("broken") ? "broken" : verdicts.includes("cannot-tell") ? "cannot-tell" : "kept";
}
