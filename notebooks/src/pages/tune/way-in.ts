import type { Scenario } from "@uptake/model";

/** Levers that reach only teachers of schools that joined. */
const doses = ["coaching", "investment", "learning", "leadership", "guidance"];

/** Tells whether a completed scenario has a way for schools to join, or pays for nothing that would need one. */
export function hasWayIn({ levers }: Scenario): boolean {
  const { entry } = levers;
  const pays = doses.some((name) => levers[name] !== undefined && levers[name].intensity !== 0);
  if (!pays) return true;
  if (!entry || entry.intensity === 0) return false;
  return ["volunteers", "cohorts", "mandate", "newSchools"].some((way) => entry[way] !== undefined && entry[way] !== 0);
}
