import type { Issue } from "../issue.ts";
import type { Schedule, Step } from "./lever.ts";
import { levers } from "./levers/index.ts";
import { isFormula, tabulate } from "./schedule.ts";
import { isUnknown } from "./unknown.ts";
import { writeRange } from "./validate-issues.ts";
import { type Keys, valueAt, writePath } from "./validate-path.ts";

/** Lists the settings of a lever that may be schedules, with their ranges and units. */
function schedules(name: string): readonly { name: string; unit: string; range: readonly [number, number] }[] {
  const own = levers.find((lever) => lever.name === name)?.settings ?? [];
  return [{ name: "intensity", unit: "share", range: [0, 1] }, ...own];
}

/** Lists what is wrong with the formulas and steps under `keys` (a group of levers), over `horizon` months. */
export async function checkSchedules(input: unknown, keys: Keys, horizon: number): Promise<Issue[]> {
  const issues: Issue[] = [];
  const uses = valueAt(input, keys);
  if (typeof uses !== "object" || uses === null) return issues;
  for (const lever of Object.keys(uses)) {
    for (const { name, unit, range } of schedules(lever)) {
      const at = [...keys, lever, name];
      const schedule = valueAt(input, at);
      if (isFormula(schedule))
        for (const issue of await checkFormula(schedule, horizon, range, unit, writePath(at))) issues.push(issue);
      else if (Array.isArray(schedule)) for (const issue of checkSteps(schedule, at)) issues.push(issue);
      else issues.push(...checkUnknown(schedule, at));
    }
    for (const { name } of levers.find((one) => one.name === lever)?.counts ?? []) {
      const at = [...keys, lever, name];
      issues.push(...checkUnknown(valueAt(input, at), at));
    }
  }
  return issues;
}

async function checkFormula(
  schedule: Schedule,
  horizon: number,
  range: readonly [number, number],
  unit: string,
  path: string,
): Promise<Issue[]> {
  const found: Issue[] = [];
  await tabulate(schedule, horizon, 0, range, path, found);
  return found.map((issue) =>
    "allowed" in issue ? { ...issue, allowed: writeRange(range[0], range[1], unit) } : issue,
  );
}

/** Checks that what an unknown lies between has its lower end first. */
function checkUnknown(value: unknown, at: Keys): Issue[] {
  const [low, high] = isUnknown(value) && Array.isArray(value.between) ? value.between : [];
  if (typeof low !== "number" || typeof high !== "number" || low <= high) return [];
  const message = `the lower end, ${low}, is above the upper one, ${high}`;
  return [
    {
      code: "reversed-range",
      path: writePath([...at, "between"]),
      message,
      value: [low, high],
      allowed: `${high} to ${low}`,
    },
  ];
}

function checkSteps(steps: readonly Step[], at: Keys): Issue[] {
  const seen = new Set<number>();
  return steps.flatMap((step, i): Issue[] => {
    const from = (step as Step | null)?.from;
    if (typeof from !== "number" || !seen.has(from)) {
      if (typeof from === "number") seen.add(from);
      return [];
    }
    return [
      {
        code: "repeated-step",
        path: writePath([...at, i, "from"]),
        message: `two steps begin in month ${from}`,
        value: from,
      },
    ];
  });
}
