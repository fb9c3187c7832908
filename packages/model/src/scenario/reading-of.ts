import type { Plan } from "./plan.ts";
import { readingCount } from "./reading-places.ts";

/**
 * Returns the plan that replicate `replicate`, from 0, runs: reading *replicate* mod 16 of a plan that leaves settings unknown, under the
 * plan's own scenario but for its levers; the plan itself where it leaves none. Run by itself, it gives the same bits.
 */
export function readingOf(plan: Plan, replicate: number): Plan {
  if (!plan.readings) return plan;
  const reading = plan.readings[replicate % readingCount] as Plan;
  return { ...reading, scenario: { ...plan.scenario, levers: reading.scenario.levers } };
}
