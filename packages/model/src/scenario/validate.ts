/**
 * Checks data from outside and completes it to a scenario; reads and writes the tables that go with one.
 *
 * @module
 */

import * as z from "zod";
import { firstIssues, type Issue, mostIssues, unlisted } from "../issue.ts";
import { complete, type Scenario, type ScenarioInput } from "./scenario.ts";
import type { Change } from "./upgrade/change.ts";
import { type Group, groupOf } from "./upgrade/group.ts";
import { futureVersion } from "./upgrade/run-steps.ts";
import { scenarioVersion } from "./upgrade/scenario-version.ts";
import { upgradeScenario } from "./upgrade/upgrade-scenario.ts";
import { checkBeliefs } from "./validate-beliefs.ts";
import { checkDistricts, checkSize } from "./validate-districts.ts";
import { explain } from "./validate-issues.ts";
import { checkLevels } from "./validate-levels.ts";
import { cutLists } from "./validate-lists.ts";
import { checkOwn } from "./validate-own.ts";
import { valueAt } from "./validate-path.ts";
import { checkRepeats } from "./validate-repeats.ts";
import { checkSchedules } from "./validate-schedules.ts";
import { mostMonths, scenarioFileShape, scenarioShape } from "./validate-schema.ts";
import { checkSwitches } from "./validate-switches.ts";
import { checkTarget } from "./validate-target.ts";
import { checkTiming, findIdle } from "./validate-timing.ts";

export { type ReadWorlds, readOldWorlds, readWorlds } from "./read-worlds.ts";
export { explain } from "./validate-issues.ts";
export { writePath } from "./validate-path.ts";
export type { PopulationIssue, PopulationRead } from "./validate-population.ts";
export { readPopulation } from "./validate-population.ts";
export { scenarioFileShape, scenarioShape } from "./validate-schema.ts";
export { writeWorlds } from "./write-worlds.ts";

/**
 * Holds a scenario that passed every check, with what is allowed but most likely not meant, and what was changed in one
 * of an older version; or all that is wrong.
 */
export type Validation =
  | { readonly scenario: Scenario; readonly warnings: readonly Issue[]; readonly changes: readonly Change[] }
  | { readonly issues: readonly Issue[] };

/**
 * Checks data from outside (a parsed YAML or JSON file, a link, a message) and completes it to a scenario. A scenario of an
 * older version is upgraded first, and one of a version that is yet to come refused. Reports
 * everything wrong at once, with its path, value, allowed range and unit, or nearest name: unknown names and fields,
 * values out of range or not finite, formulas that fail over the horizon, repeated ids, times and beliefs that contradict
 * each other. Of more than a hundred faults it lists the first hundred and the first of each further code, and counts the
 * rest in an issue of code `more-faults`. Takes at most 20,000 districts, 200,000 schools, 100,000 worlds, 600 months,
 * 600 steps a schedule, 50 groups of students by race and names of 200 characters.
 * Never throws on any input without getters.
 *
 * @example
 * ```ts
 * import { describeIssue } from "@uptake/model";
 * import { validateScenario } from "@uptake/model/validate";
 *
 * const found = await validateScenario({ district: "small-rural", strategy: "coaching-onyl" });
 * if ("issues" in found) for (const issue of found.issues) console.log(describeIssue(issue));
 * else console.log(found.scenario.levers, found.warnings);
 * ```
 */
export async function validateScenario(input: unknown): Promise<Validation> {
  const found = await checkAll(input);
  return "issues" in found ? { issues: firstIssues(found.issues) } : found;
}

async function checkAll(given: unknown): Promise<Validation> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return {
      issues: [
        { code: "wrong-kind", path: "", message: "a scenario is a group of fields, as in strategy: all-six-lessons" },
      ],
    };
  }
  const oversize = checkSize(given);
  if (oversize.length > 0) return { issues: oversize };
  const future = futureVersion(groupOf(given)?.["version"], scenarioVersion, "scenario");
  if (future) return { issues: [future] };
  const { scenario: input, changes } = upgradeScenario(given as Group);

  const shape = scenarioShape();
  const parsed = parse(shape, input);
  if (parsed === undefined) return { issues: explainMany(input, shape) };
  const form = [...(parsed.success ? [] : once(explain(parsed.error.issues, input, shape))), ...checkRepeats(input)];
  const asked = valueAt(input, ["horizon"]);
  const horizon =
    typeof asked === "number" && Number.isInteger(asked) && asked >= 1 && asked <= mostMonths ? asked : 60;
  const schedules = [
    ...(await checkSchedules(input, ["strategy", "levers"], horizon)),
    ...(await checkSchedules(input, ["levers"], horizon)),
  ].filter((issue) => !form.some((other) => other.path === issue.path));
  const rest = parsed.success ? parsed : parse(shape, withoutFaulty(input, parsed.error.issues));
  // What stands beyond a horizon cannot be told when the horizon itself is at fault.
  if (!rest?.success || form.some(({ path }) => path === "horizon")) return { issues: [...form, ...schedules] };

  const sound = rest.data as ScenarioInput;
  const completed = complete(sound);
  const issues = [
    ...form,
    ...schedules,
    ...checkDistricts(sound),
    ...checkTiming(sound, completed),
    ...checkLevels(sound, completed),
    ...checkSwitches(completed),
    ...checkOwnOf(completed, form),
    ...checkBeliefs(completed),
  ];
  // Whether the levers leave it within reach can be computed only where they are sound.
  if (issues.length === 0) issues.push(...(await checkTarget(completed)));
  return issues.length > 0 ? { issues } : { scenario: completed, warnings: findIdle(sound, completed), changes };
}

type Parsed = ReturnType<z.ZodType["safeParse"]>;

/** Holds an input against the schema; undefined where more is wrong than zod can hand on. */
function parse(shape: z.ZodType, input: unknown): Parsed | undefined {
  try {
    return shape.safeParse(input);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Lists the first faults of an input that has more than zod can hand on. */
function explainMany(input: object, shape: z.ZodType): Issue[] {
  const { input: shorter, beyond } = cutLists(input);
  const parsed = parse(shape, shorter);
  if (parsed === undefined)
    return [{ code: "too-many-faults", path: "", message: "so much is wrong with its form that it cannot be listed" }];
  const issues = parsed.success ? [] : explain(parsed.error.issues, shorter, shape);
  return beyond > 0 ? [...issues, unlisted(beyond)] : issues;
}

/** Checks own figures of districts as far as what they are held against is without fault. */
function checkOwnOf(completed: Scenario, faults: readonly Issue[]): Issue[] {
  if (faults.some(({ path }) => path === "district")) return [];
  return checkOwn(completed).filter((issue) => !faults.some(({ path }) => path.startsWith(issue.path)));
}

/** Drops issues of a code and a path that come again: a number can pass more than one limit. */
function once(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, path }) => {
    const key = `${code} ${path}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Returns a copy of the input without the fields at fault, so that the rest can still be checked. */
function withoutFaulty(input: object, faults: readonly z.core.$ZodIssue[]): unknown {
  const without = (value: unknown, keys: readonly PropertyKey[], fields: ReadonlySet<PropertyKey>): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const [key, ...inner] = keys;
    if (key !== undefined) {
      const other = (Array.isArray(value) ? [...value] : { ...value }) as Record<PropertyKey, unknown>;
      other[key] = without(other[key], inner, fields);
      return other;
    }
    if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).filter(([name]) => !fields.has(name)));
    const list = [...value];
    for (const field of fields) delete list[field as number];
    return list;
  };
  return faults.slice(0, mostIssues).reduce<unknown>((value, fault) => {
    const all = fault.code === "unrecognized_keys";
    if (all) return without(value, fault.path, new Set(fault.keys));
    return fault.path.length === 0 ? value : without(value, fault.path.slice(0, -1), new Set(fault.path.slice(-1)));
  }, input);
}

/** Returns the format of scenario files as JSON Schema (draft 2020-12), with descriptions and units, for editors and other tools. */
export function scenarioSchema(): Record<string, unknown> {
  return { title: "Uptake scenario", ...z.toJSONSchema(scenarioFileShape(), { target: "draft-2020-12", io: "input" }) };
}
export type { Keys } from "./validate-path.ts";
