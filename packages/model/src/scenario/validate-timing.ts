import type { Issue } from "../issue.ts";
import type { Driver, LeverNumbers, LeverUse } from "./lever.ts";
import { leverNumbers } from "./levers/lever-numbers.ts";
import type { Scenario, ScenarioInput } from "./scenario-type.ts";
import { writePath } from "./validate-path.ts";

/** Lists times that contradict each other: a lever that ends before it starts, a target or shock beyond the horizon. */
export function checkTiming(input: ScenarioInput, scenario: Scenario): Issue[] {
  const { horizon } = scenario;
  const issues: Issue[] = [];
  for (const [name, use] of Object.entries(scenario.levers)) {
    if (use.end === undefined || use.end >= (use.start ?? 0)) continue;
    const path = leverPath(input, name, use.end === ownUse(input, name)?.end ? "end" : "start");
    const message = `the lever ends in month ${use.end}, before it starts in month ${use.start ?? 0}`;
    issues.push({ code: "end-before-start", path, message, value: use.end });
  }
  const month = input.target?.month;
  if (month !== undefined && month > horizon) {
    const message = `the target is asked for at index ${month}, beyond the horizon of ${horizon} months`;
    issues.push({
      code: "beyond-horizon",
      path: "target.month",
      message,
      value: month,
      allowed: `0 to ${horizon} months`,
    });
  }
  input.shocks?.forEach((shock, s) => {
    if (shock.month < horizon) return;
    const message = `the shock comes in month ${shock.month}, beyond the horizon of ${horizon} months`;
    const path = writePath(["shocks", s, "month"]);
    issues.push({ code: "beyond-horizon", path, message, value: shock.month, allowed: `0 to ${horizon - 1} months` });
  });
  return issues;
}

/** What only member schools receive. */
const forMembers: ReadonlySet<Driver> = new Set(["memberTeacher", "memberSchool", "coach"]);

const reachesMembersOnly = (lever: LeverNumbers): boolean =>
  lever.name !== "entry" && [0, 10].some((t) => lever.charges(() => 1, t).some(({ per }) => forMembers.has(per)));

const isOff = (schedule: unknown): boolean => schedule === undefined || schedule === 0;

function opensWay(use: LeverUse | undefined): boolean {
  if (use === undefined || use.intensity === 0) return false;
  return ["volunteers", "cohorts", "mandate", "newSchools"].some((route) => !isOff(use[route]));
}

/** Lists what is allowed but reaches nobody: doses without a way into the programme, levers that never run. */
export function findIdle(input: ScenarioInput, scenario: Scenario): Issue[] {
  const warnings: Issue[] = [];
  const used = leverNumbers.filter(
    (lever) => scenario.levers[lever.name] !== undefined && scenario.levers[lever.name]?.intensity !== 0,
  );
  const waiting = used.filter(reachesMembersOnly).map((lever) => lever.name);
  if (waiting.length > 0 && !opensWay(scenario.levers.entry)) {
    const message = `no school can join, so nobody is reached by ${waiting.join(", ")}; set volunteers, cohorts, mandate or newSchools of entry`;
    warnings.push({ code: "no-entry", path: leverPath(input, waiting[0] as string), message });
  }
  for (const { name, delay } of used) {
    const use = scenario.levers[name] as LeverUse;
    const from = (use.start ?? 0) + (use.delay ?? delay);
    const until = Math.min(use.end ?? scenario.funded, scenario.horizon);
    if (from < until) continue;
    const message = `the lever would take effect in month ${from}, and ends or is cut off in month ${until}: it has no effect`;
    warnings.push({ code: "never-runs", path: leverPath(input, name), message });
  }
  return warnings;
}

const ownUse = (input: ScenarioInput, name: string): LeverUse | undefined =>
  input.levers?.[name] ?? (typeof input.strategy === "object" ? input.strategy.levers?.[name] : undefined);

/** Returns where the input sets a lever, or where it names the strategy that does. */
function leverPath(input: ScenarioInput, name: string, setting?: string): string {
  const rest = setting === undefined ? [name] : [name, setting];
  if (input.levers?.[name] !== undefined) return writePath(["levers", ...rest]);
  if (typeof input.strategy === "object" && input.strategy.levers?.[name] !== undefined)
    return writePath(["strategy", "levers", ...rest]);
  return "strategy";
}
