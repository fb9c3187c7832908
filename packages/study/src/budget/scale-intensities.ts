import type { LeverUse, Schedule } from "@uptake/model";

/** Multiplies a schedule by a factor, whichever way it is given: number, steps or formula. */
function times(schedule: Schedule, factor: number): Schedule {
  if (typeof schedule === "number") return schedule * factor;
  if (typeof schedule === "string") return `(${schedule}) * ${factor}`;
  return schedule.map(({ from, value }) => ({ from, value: value * factor }));
}

/**
 * Multiplies the intensity of levers by `factor`, 0 … 1; an intensity that is not given is 1. `only` names the levers
 * scaled (default all of them). Settings stay as they are, so the strategy keeps its shape. Factor 1 changes nothing.
 */
export function scaleIntensities(
  levers: Readonly<Record<string, LeverUse>>,
  factor: number,
  only?: readonly string[],
): Readonly<Record<string, LeverUse>> {
  if (factor === 1) return levers;
  return Object.fromEntries(
    Object.entries(levers).map(([name, use]): [string, LeverUse] => {
      if (only && !only.includes(name)) return [name, use];
      return [name, { ...use, intensity: times(use.intensity ?? 1, factor) }];
    }),
  );
}
