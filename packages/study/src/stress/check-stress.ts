import {
  allowedParameters,
  type Issue,
  levers,
  nearest,
  parameters,
  type Scenario,
  type Shock,
  shockKinds,
  worldCount,
} from "@uptake/model";
import { mostPlans } from "../rivals/check-rivals.ts";
import { namedShocks, type ShockSet } from "./named-shocks.ts";
import type { StressOptions } from "./stress-options.ts";

/** Most worlds drawn from the priors. */
export const mostWorlds = 20_000;
/** Most runs of each world. */
export const mostLuck = 50;
/** Most sets of shocks. */
const mostShockSets = 16;
/** Most combinations of start months. */
const mostStarts = 24;
/** Most runs of one stress test. */
export const mostRuns = 2_000_000;

/** Collects issues. */
type Add = (code: string, path: string, message: string, value?: unknown, allowed?: string, near?: string) => void;

function collector(issues: Issue[]): Add {
  return (code, path, message, value, allowed, near) => {
    issues.push({
      code,
      path,
      message,
      ...(value === undefined ? {} : { value }),
      ...(allowed === undefined ? {} : { allowed }),
      ...(near === undefined ? {} : { nearest: near }),
    });
  };
}

/** Finds the sets of shocks asked for, by name or written out, and what is wrong with them. */
export function findShocks(
  asked: readonly (string | ShockSet)[],
  horizon: number,
): { readonly sets: readonly ShockSet[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const add = collector(issues);
  const known = namedShocks.map(({ name }) => name);
  if (asked.length === 0) add("empty", "shocks", "there is no set of shocks", 0, "1 or more; “none” is one");
  if (asked.length > mostShockSets)
    add("too-many", "shocks", "there are too many sets of shocks", asked.length, `at most ${mostShockSets}`);
  const sets = asked.slice(0, mostShockSets).flatMap((one, i): ShockSet[] => {
    const path = `shocks[${i}]`;
    const name = typeof one === "string" ? one : one.name;
    if (asked.findIndex((other) => (typeof other === "string" ? other : other.name) === name) < i)
      add("repeated-name", path, `another set of shocks is called “${name}” too`, name);
    const found = typeof one === "string" ? namedShocks.find((set) => set.name === one) : one;
    if (found === undefined) {
      const message = `no set of shocks is called “${name}”`;
      add("unknown-shock", path, message, name, known.join(", "), nearest(name, known));
      return [];
    }
    found.shocks.forEach((shock, k) => {
      checkShock(shock, typeof one === "string" ? path : `${path}.shocks[${k}]`, horizon, add);
    });
    return [found];
  });
  return { sets, issues };
}

function checkShock({ kind, month, months = 1, size }: Shock, path: string, horizon: number, add: Add): void {
  const found = shockKinds.find((one) => one.kind === kind);
  if (found === undefined) {
    const kinds = shockKinds.map((one) => one.kind);
    const message = `no kind of shock is called “${kind}”`;
    add("unknown-shock", `${path}.kind`, message, kind, kinds.join(", "), nearest(kind, kinds));
    return;
  }
  if (!Number.isInteger(month) || month < 0 || month >= horizon)
    add("beyond-horizon", `${path}.month`, `the shock comes in month ${month}`, month, `0 to ${horizon - 1} months`);
  if (!Number.isInteger(months) || months < 1)
    add("out-of-range", `${path}.months`, `${months} is out of range`, months, "a whole number of months, 1 or more");
  const [low, high] = found.range;
  if (size !== undefined && !(size >= low && size <= high))
    add("out-of-range", `${path}.size`, `${size} is out of range`, size, `${low} to ${high} (${found.unit})`);
}

/** Lists what is wrong with the numbers of worlds and luck, the start months and the names of a stress test. */
export function checkStress(scenarios: readonly Scenario[], options: StressOptions, shockSets: number): Issue[] {
  const issues: Issue[] = [];
  const add = collector(issues);
  const names = scenarios.map(({ name }) => name);
  if (scenarios.length === 0)
    add("too-few", "strategies", "there is no strategy", scenarios.length, `1 to ${mostPlans} strategies`);
  if (scenarios.length > mostPlans)
    add("too-many", "strategies", "there are too many strategies", scenarios.length, `1 to ${mostPlans}`);
  names.forEach((name, s) => {
    if (names.indexOf(name) < s)
      add("repeated-name", `strategies[${s}]`, `another strategy is called “${name}” too`, name);
  });

  const { worlds = "kept", draws, luck = 1, tolerance, seed, starts = {}, vulnerable = [], inputs = [] } = options;
  const whole = (path: string, value: number, low: number, high: number): void => {
    if (Number.isInteger(value) && value >= low && value <= high) return;
    const message = value === 0 ? `there are no ${path === "draws" ? "worlds" : path}` : `${value} is out of range`;
    add(value === 0 ? "empty" : "out-of-range", path, message, value, `a whole number, ${low} to ${high}`);
  };
  const own = scenarios[0]?.parameters.worlds ?? null;
  const kept = worldCount({ draw: "sampled", worlds: own }) as number;
  if (worlds === "priors" && own !== null)
    add(
      "contradicts-draw",
      "worlds",
      "the scenario has worlds of its own, so none are drawn from the priors",
      "priors",
    );
  if (draws !== undefined) whole("draws", draws, 2, worlds === "kept" ? kept : mostWorlds);
  whole("luck", luck, 1, mostLuck);
  if (seed === "") add("empty", "seed", "the seed is empty", seed);
  if (tolerance !== undefined && !(tolerance >= 0))
    add("out-of-range", "tolerance", "the tolerance is negative", tolerance, "0 or more");

  checkStarts(scenarios, starts, add);
  vulnerable.forEach((name, i) => {
    if (names.includes(name)) return;
    const message = `no strategy of this test is called “${name}”`;
    add("unknown-strategy", `vulnerable[${i}]`, message, name, names.join(", "), nearest(name, names));
  });
  const varied = parameters.filter(({ prior }) => prior.shape !== "held").map(({ name }) => name);
  inputs.forEach((name, i) => {
    if (varied.includes(name)) return;
    const message = `no parameter that varies is called “${name}”`;
    add("unknown-parameter", `inputs[${i}]`, message, name, allowedParameters, nearest(name, varied));
  });
  const runs = scenarios.length * shockSets * (draws ?? kept) * luck;
  if (issues.length === 0 && runs > mostRuns) {
    const allowed = `at most ${mostRuns} runs: strategies × sets of shocks × worlds × luck`;
    add("too-many", "draws", "there are too many runs", runs, allowed);
  }
  return issues;
}

function checkStarts(
  scenarios: readonly Scenario[],
  starts: Readonly<Record<string, readonly number[]>>,
  add: Add,
): void {
  const known = levers.map(({ name }) => name);
  for (const [lever, months] of Object.entries(starts)) {
    const path = `starts.${lever}`;
    if (!known.includes(lever)) {
      add("unknown-lever", path, `no lever is called “${lever}”`, lever, known.join(", "), nearest(lever, known));
      continue;
    }
    const using = scenarios.filter((one) => one.levers[lever] !== undefined);
    if (using.length === 0) add("unused-lever", path, `no strategy uses the lever “${lever}”`, lever);
    if (months.length === 0) add("empty", path, "there are no start months", 0, "1 or more");
    if (new Set(months).size < months.length) add("repeated", path, "a start month comes twice", months, "each once");
    const last = Math.min(
      ...using.map(({ levers: all, funded, horizon }) => Math.min(all[lever]?.end ?? funded, horizon)),
    );
    const odd = months.find((month) => !Number.isInteger(month) || month < 0 || month >= last);
    if (using.length > 0 && odd !== undefined)
      add("out-of-range", path, `the lever cannot start in month ${odd}`, odd, `whole numbers, 0 to ${last - 1}`);
  }
  const combinations = Object.values(starts).reduce((product, months) => product * Math.max(1, months.length), 1);
  if (combinations > mostStarts)
    add("too-many", "starts", "there are too many combinations of start months", combinations, `at most ${mostStarts}`);
}
