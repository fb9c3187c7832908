import type { Level } from "../district/district.ts";
import type { Issue } from "../issue.ts";
import { districtsOf } from "./districts-of.ts";
import { type EntryLevels, entryLevels } from "./entry-levels.ts";
import type { Scenario, ScenarioInput } from "./scenario.ts";
import { isUnknownChoice } from "./unknown.ts";

/** Lists what is wrong when a programme is for levels of which the scenario has no school. The parts are well formed. */
export function checkLevels(input: ScenarioInput, scenario: Scenario): Issue[] {
  const asked = scenario.levers["entry"]?.["levels"];
  if (asked === undefined) return [];
  const districts = districtsOf(scenario);
  const there = new Set<Level>(districts.flatMap(({ schools }) => schools.map(({ level }) => level)));
  const options = (isUnknownChoice(asked) ? asked.among : [asked]) as readonly EntryLevels[];
  const allowed = (Object.keys(entryLevels) as EntryLevels[]).filter((option) =>
    entryLevels[option].some((level) => there.has(level)),
  );
  const none = options.filter((option) => !allowed.includes(option));
  if (none.length === 0) return [];
  const where = districts.length === 1 ? "the district has" : `the ${districts.length} districts have`;
  const message = `no school may join: ${where} none of level ${none.join(" or ")}`;
  return [{ code: "no-such-level", path: pathOf(input), message, value: asked, allowed: allowed.join(", ") }];
}

/** Returns where the input names the levels, or the strategy that does. */
function pathOf({ levers, strategy }: ScenarioInput): string {
  if (levers?.["entry"]?.["levels"] !== undefined) return "levers.entry.levels";
  const own = typeof strategy === "object" && strategy.levers?.["entry"]?.["levels"] !== undefined;
  return own ? "strategy.levers.entry.levels" : "strategy";
}
