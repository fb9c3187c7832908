import { isUnknown, type Scenario, type Schedule, type Unknown } from "@uptake/model";

/** Most teachers for each coach, last month at which coaching must be at full strength, and month up to which it must run. */
const asked = { teachers: 20, full: 3, until: 34 } as const;

/**
 * Tells whether a setting keeps within a limit in every month asked for, wherever it lies where it is not known; a formula
 * is not read, so it does not.
 */
function keeps(given: Schedule | Unknown, within: (value: number) => boolean): boolean {
  if (typeof given === "number") return within(given);
  if (typeof given === "string") return false;
  if (isUnknown(given)) return given.between.every(within);
  const steps = [...given].sort((a, b) => a.from - b.from);
  const months = Array.from({ length: asked.until - asked.full }, (_, m) => asked.full + m);
  return months.every((month) => {
    const step = steps.findLast(({ from }) => from <= month);
    return step !== undefined && within(step.value);
  });
}

/**
 * Tells whether a scenario has a coach for every 20 teachers of member schools or fewer, at full strength within three
 * months and up to May of year 3 at least, and no shock. Coaching given by a formula is not judged.
 */
export function coachedThroughout({ levers, funded, shocks }: Scenario): boolean {
  const use = levers["coaching"];
  if (!use || shocks.length > 0) return false;
  const { intensity = 1, start = 0, ramp = 0, delay = 0, end = funded } = use;
  const teachers = (use["teachersPerCoach"] as Schedule | Unknown | undefined) ?? asked.teachers;
  return (
    start + delay + ramp <= asked.full &&
    end >= asked.until &&
    keeps(intensity, (strength) => strength >= 1) &&
    keeps(teachers, (each) => each <= asked.teachers)
  );
}
