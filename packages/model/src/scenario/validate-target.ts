import { parameters } from "../evidence/parameters.ts";
import type { Issue } from "../issue.ts";
import { prepare } from "./prepare.ts";
import type { Scenario } from "./scenario.ts";

/** Depth from which use is deep. */
const deep = 0.5;

/**
 * Finds a target of deep use that no teacher can come to count for: in no month before it does the scope taken up, with
 * whole-school design at its best in any world and reading, let depth reach .5. Computes the scenario's tables for that.
 */
export async function checkTarget(scenario: Scenario): Promise<Issue[]> {
  const { target, switches, parameters: how } = scenario;
  if (target.of !== "deep" || target.month === 0) return [];
  const plan = await prepare(scenario, { loadWorlds: false });
  const unlocks =
    how.values["depth.design"] ?? (parameters.find(({ name }) => name === "depth.design")?.range[1] as number);
  let most = 0;
  let scopeMost = 0;
  let designed = false;
  for (const { effects } of (plan.readings ?? [plan]).flatMap(({ districts }) => districts)) {
    const at = (name: string, t: number): number => effects[name]?.[t] ?? 0;
    for (let t = 0; t < target.month; t++) {
      const scope = at("practice.scope", t);
      const design = (at("design.time", t) + at("design.teams", t)) / 2;
      const ceiling = (0.5 + 0.5 * scope) * (switches.designPrerequisite ? 0.6 + unlocks * design : 1);
      most = Math.max(most, ceiling);
      scopeMost = Math.max(scopeMost, scope);
      designed ||= design > 0;
    }
  }
  // Depth is kept in steps of 1/65535, and deep from the first step above one half.
  if (Math.floor(most * 65_535 + 0.5) >= deep * 65_536) return [];
  const because = designed ? "even with whole-school design at its best" : "without whole-school design";
  return [
    {
      code: "beyond-scope",
      path: "target.of",
      message: `no teacher can come to use the practice deeply: with a scope of ${Math.round(100 * scopeMost)}% at most and ${because}, depth ends at ${Number(most.toFixed(3))}, and deep use begins at ${deep}`,
      value: target.of,
      allowed: "a larger scope of the practice, more of the lever design, or a target of teachers",
    },
  ];
}
