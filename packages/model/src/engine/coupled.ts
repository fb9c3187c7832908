import type { Plan } from "../scenario/plan.ts";

/** Tells whether districts of the plan visit each other, so that they must be run month by month together. */
export function areCoupled(plan: Plan): boolean {
  if (plan.districts.length < 2) return false;
  return plan.districts.some(({ effects }) =>
    effects["learning.interDistrict"]!.some((x, t) => x > 0 && effects["learning.visits"]![t]! > 0),
  );
}
