import {
  InputError,
  type Issue,
  type LeverUse,
  levers as leverList,
  nearest,
  type Scenario,
  type Schedule,
  scenario as scenarioOf,
} from "@uptake/model";
import { factorOf } from "../design/factor-of.ts";
import { namesOf as factorNamesOf } from "../design/level.ts";

/** Names something that is chosen: a lever's setting, intensity, count, first month or named choice. */
export interface DecisionInput {
  /** As in `levers.coaching.start` or `levers.entry.levels`. */
  readonly name: string;
  /** Lowest and highest value of a number (default all that is allowed). */
  readonly range?: readonly [number, number];
  /** Names that a named choice may take, two or more (default all of them). */
  readonly options?: readonly string[];
}

/** Holds which setting of a lever is to be chosen. */
export interface Setting {
  /** Name of the decision, as in `levers.coaching.release`. */
  readonly name: string;
  /** Name of the lever. */
  readonly lever: string;
  /** Name of its setting. */
  readonly setting: string;
}

/** Holds a number to be chosen. */
export interface NumberDecision extends Setting {
  /** Lowest and highest number. */
  readonly range: readonly [number, number];
  /** Whether it takes whole numbers only: counts and months. */
  readonly whole: boolean;
  /** Decimals that values are rounded to, so that a plan is what its numbers say: none for whole numbers. */
  readonly decimals: number;
}

/** Holds a name to be chosen. */
export interface NamedDecision extends Setting {
  /** Names to choose from. */
  readonly options: readonly string[];
}

/** Holds a checked decision. */
export type Decision = NumberDecision | NamedDecision;

/** Holds what was chosen, by the name of the decision. */
export type Chosen = Readonly<Record<string, number | string>>;

const namePattern = /^levers\.([^.]+)\.([^.]+)$/;

/** Lists the names that a choice of a lever may take; undefined for what is no such choice. */
export function namesOf(decision: string): readonly string[] | undefined {
  return namePattern.test(decision) ? (factorNamesOf(decision) as readonly string[] | undefined) : undefined;
}

/**
 * Checks what is to be chosen for a scenario. A first month may be as late as the lever still takes effect.
 *
 * @throws InputError naming every decision that is unknown, repeated, out of range, or left without anything to choose.
 */
export function decisionsOf(inputs: readonly DecisionInput[], scenario: Scenario): Decision[] {
  const issues: Issue[] = [];
  if (inputs.length === 0)
    issues.push({ code: "empty", path: "decisions", message: "there is nothing to choose", allowed: "1 or more" });
  const decisions = inputs.flatMap((input, i): Decision[] => {
    if (inputs.slice(0, i).some(({ name }) => name === input.name)) {
      const message = `${input.name} is chosen twice`;
      issues.push({ code: "repeated-decision", path: "decisions", message, value: input.name });
      return [];
    }
    try {
      return [decisionOf(input, scenario)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(
        ...error.issues.map((one) => ({ ...one, path: "decisions", message: `${input.name}: ${one.message}` })),
      );
      return [];
    }
  });
  if (issues.length > 0) throw new InputError(issues);
  return decisions;
}

/** Puts what was chosen in the place of a scenario's own. */
export function withDecisions(scenario: Scenario, decisions: readonly Decision[], chosen: Chosen): Scenario {
  const levers: Record<string, LeverUse> = { ...scenario.levers };
  for (const { name, lever, setting } of decisions) {
    const value = chosen[name] as Schedule;
    levers[lever] = { ...levers[lever], [setting]: value };
  }
  return scenarioOf({ ...scenario, strategy: { name: scenario.strategy }, levers });
}

function decisionOf(input: DecisionInput, scenario: Scenario): Decision {
  const { name, range, options } = input;
  const [, lever = "", setting = ""] = namePattern.exec(name) ?? [];
  const found = leverList.find((one) => one.name === lever);
  const names = namesOf(name);
  if (names) return namedOf({ name, lever, setting }, input, names);
  if (options) {
    const message = "this is a number, so it has a lowest and a highest value, not names";
    throw new InputError([
      { code: "not-named", path: name, message, value: options, allowed: "two numbers, lower first" },
    ]);
  }
  if (found && setting === "start") return startOf(name, found.delay, range, scenario);
  const factor = factorOf(name, range);
  if (!found) {
    const message = "an assumption of the model cannot be chosen";
    throw new InputError([{ code: "not-a-lever", path: name, message, value: name, allowed: "levers.NAME.SETTING" }]);
  }
  const whole = (found.counts ?? []).some((count) => count.name === setting);
  const within = factor.range ?? [0, 1];
  return { name, lever, setting, range: within, whole, decimals: whole ? 0 : decimalsOf(within) };
}

/** Fewest steps that a range is cut into. */
const leastSteps = 50;

/** Returns the fewest decimals with which a range holds enough steps, as in 2 for 0 to 1. */
function decimalsOf([low, high]: readonly [number, number]): number {
  let decimals = 0;
  for (let width = high - low; width < leastSteps && decimals < 12; width *= 10) decimals += 1;
  return decimals;
}

function namedOf(where: Setting, { range, options }: DecisionInput, names: readonly string[]): NamedDecision {
  const { name } = where;
  const allowed = names.join(", ");
  const issues: Issue[] = [];
  if (range) {
    const message = "this is a choice between names, not between numbers";
    issues.push({ code: "not-a-number", path: name, message, value: range, allowed });
  }
  for (const value of options ?? []) {
    if (names.includes(value)) continue;
    const near = nearest(value, names);
    const issue = { code: "unknown-option", path: name, message: `“${value}” is no option`, value, allowed };
    issues.push(near === undefined ? issue : { ...issue, nearest: near });
  }
  const different = [...new Set(options ?? names)];
  if (different.length < 2) {
    const message = "there are not two names to choose between";
    issues.push({ code: "empty", path: name, message, value: options, allowed });
  }
  if (issues.length > 0) throw new InputError(issues);
  return { ...where, options: different };
}

function startOf(name: string, delay: number, range: DecisionInput["range"], scenario: Scenario): NumberDecision {
  const lever = name.split(".")[1] as string;
  const use = scenario.levers[lever];
  const latest = Math.min(use?.end ?? scenario.funded, scenario.horizon) - 1 - (use?.delay ?? delay);
  const [low, high] = range ?? [0, latest];
  if (!(low >= 0 && high <= latest && low < high && Number.isInteger(low) && Number.isInteger(high))) {
    const message = `the first months ${low} to ${high} are out of range`;
    const allowed = `whole months, 0 to ${latest}, lower first`;
    throw new InputError([{ code: "out-of-range", path: name, message, value: [low, high], allowed }]);
  }
  return { name, lever, setting: "start", range: [low, high], whole: true, decimals: 0 };
}
