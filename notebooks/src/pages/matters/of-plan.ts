import { atMonth } from "@uptake/charts";
import { type Draw, parameters, type Scenario } from "@uptake/model";
import { targetWords } from "@uptake/study/target";

/** Holds what every figure of the page says of the plan it is about. */
export interface OfPlan {
  /** What is measured, as in `adoption`. */
  readonly of: string;
  readonly month: number;
  readonly share: number;
  /** How worlds are drawn. */
  readonly draw: Draw;
}

/** Returns what figures say of a plan: the result is read at the target's month, or the last one there is. */
export function ofPlan({ target, horizon, parameters: { draw } }: Scenario): OfPlan {
  return {
    of: targetWords[target.of].measure,
    month: Math.min(target.month, horizon),
    share: target.share,
    draw,
  };
}

/** Holds what every answer says of its runs. */
export interface Ran {
  readonly replicates: number;
  /** Different worlds among the replicates, where they are counted. */
  readonly worlds?: number;
  readonly seed: string;
  readonly version: string;
}

/** Names what a chart reads, and when, as in `adoption in May of year 3`. */
export const readIn = ({ of }: OfPlan, month: number): string => `${of} ${atMonth(month)}`;

/** Returns what a chart says of the runs behind it. */
export const ranAs = ({ replicates, worlds, seed, version }: Ran, { draw }: OfPlan) => ({
  ...{ replicates, parameters: draw, seed, version },
  ...(worlds === undefined ? {} : { worlds }),
});

const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));

/** Returns the unit of a belief; empty where it has none. */
export const unitOf = (name: string): string => (byName.get(name)?.unit ?? "").replace(/^–$/, "");
