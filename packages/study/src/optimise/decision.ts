import {
  InputError,
  type Issue,
  type LeverUse,
  levers as leverList,
  type Scenario,
  type Schedule,
  scenario as scenarioOf,
} from "@uptake/model";
import { factorOf } from "../design/factor-of.ts";

/** Names something that is chosen: a lever's setting, intensity, count or first month, as in `levers.coaching.start`. */
export interface DecisionInput {
  readonly name: string;
  /** Lowest and highest value (default all that is allowed). */
  readonly range?: readonly [number, number];
}

/** Holds a checked decision. */
export interface Decision {
  readonly name: string;
  readonly lever: string;
  readonly setting: string;
  readonly range: readonly [number, number];
  /** Whether it takes whole numbers only: counts and months. */
  readonly whole: boolean;
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
      const message = "the lever's setting is chosen twice";
      issues.push({ code: "repeated-decision", path: input.name, message, value: input.name });
      return [];
    }
    try {
      return [decisionOf(input, scenario)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
      return [];
    }
  });
  if (issues.length > 0) throw new InputError(issues);
  return decisions;
}

/** Puts chosen values, in the order of the decisions, in the place of a scenario's own; whole numbers are rounded. */
export function withDecisions(scenario: Scenario, decisions: readonly Decision[], values: readonly number[]): Scenario {
  const levers: Record<string, LeverUse> = { ...scenario.levers };
  decisions.forEach(({ lever, setting, whole }, i) => {
    const value: Schedule = whole ? Math.round(values[i]!) : values[i]!;
    levers[lever] = { ...levers[lever], [setting]: value };
  });
  return scenarioOf({ ...scenario, strategy: { name: scenario.strategy }, levers });
}

function decisionOf({ name, range }: DecisionInput, scenario: Scenario): Decision {
  const [, lever = "", setting = ""] = /^levers\.([^.]+)\.([^.]+)$/.exec(name) ?? [];
  const found = leverList.find((one) => one.name === lever);
  if (found && setting === "start") return startOf(name, found.delay, range, scenario);
  const factor = factorOf(name, range);
  if (!found) {
    const message = "an assumption of the model cannot be chosen";
    throw new InputError([{ code: "not-a-lever", path: name, message, value: name, allowed: "levers.NAME.SETTING" }]);
  }
  const whole = (found.counts ?? []).some((count) => count.name === setting);
  return { name, lever, setting, range: factor.range ?? [0, 1], whole };
}

function startOf(name: string, delay: number, range: DecisionInput["range"], scenario: Scenario): Decision {
  const lever = name.split(".")[1] as string;
  const use = scenario.levers[lever];
  const latest = Math.min(use?.end ?? scenario.funded, scenario.horizon) - 1 - (use?.delay ?? delay);
  const [low, high] = range ?? [0, latest];
  if (!(low >= 0 && high <= latest && low < high && Number.isInteger(low) && Number.isInteger(high))) {
    const message = `the first months ${low} to ${high} are out of range`;
    const allowed = `whole months, 0 to ${latest}, lower first`;
    throw new InputError([{ code: "out-of-range", path: name, message, value: [low, high], allowed }]);
  }
  return { name, lever, setting: "start", range: [low, high], whole: true };
}
