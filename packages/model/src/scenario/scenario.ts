import { defaultProfile } from "../district/default-profile.ts";
import { InputError } from "../issue.ts";
import { nearest } from "../nearest.ts";
import { checkNames } from "./check-names.ts";
import { checkNumbers } from "./check-numbers.ts";
import type { LeverUse } from "./lever.ts";
import { strategies } from "./presets/index.ts";
import type { Strategy } from "./presets/strategy.ts";
import type { Scenario, ScenarioInput, StrategyInput } from "./scenario-type.ts";
import { easeOf } from "./transition.ts";
import { scenarioVersion } from "./upgrade/scenario-version.ts";
import { checkRepeats } from "./validate-repeats.ts";
import { checkTiming } from "./validate-timing.ts";

export type { Scenario, ScenarioInput, StrategyInput, Switches } from "./scenario-type.ts";

/** Freezes plain data, all the way down. */
function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

function strategyLevers(strategy: StrategyInput, among: readonly Strategy[]): Readonly<Record<string, LeverUse>> {
  const name = typeof strategy === "string" ? strategy : strategy.base;
  if (name === undefined) return {};
  const found = among.find((s) => s.name === name);
  if (!found) {
    const near = nearest(
      name,
      among.map((s) => s.name),
    );
    throw new InputError([
      {
        code: "unknown-strategy",
        path: typeof strategy === "string" ? "strategy" : "strategy.base",
        value: name,
        message: `no strategy is called “${name}”`,
        ...(near === undefined ? {} : { nearest: near }),
      },
    ]);
  }
  return found.levers;
}

/** Lays lever settings over others, setting by setting. */
function overlay(
  base: Readonly<Record<string, LeverUse>>,
  over: Readonly<Record<string, LeverUse>> = {},
): Record<string, LeverUse> {
  const merged: Record<string, LeverUse> = { ...base };
  for (const [name, use] of Object.entries(over)) merged[name] = { ...merged[name], ...use };
  return merged;
}

/** Index of the usual target, May of year 3: it may lie beyond a short horizon. */
const usualMonth = 34;

/**
 * Completes and freezes a scenario. Levers are those of the strategy, then `strategy.levers`, then `levers`, setting by
 * setting. Refuses names that nothing has, numbers that are no number, not whole or out of range, ids that come twice, and
 * times that contradict each other, with the issues of `@uptake/model/validate`, which checks all else too: data from
 * outside goes through it first.
 *
 * @throws InputError with everything wrong, or when the strategy is not a known one.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 *
 * const plan = scenario({ district: "small-rural", strategy: "coaching-only", target: { share: 0.5 } });
 * console.log(plan.levers.coaching, plan.horizon, plan.target);
 * ```
 */
export function scenario(input: ScenarioInput = {}): Scenario {
  return scenarioAmong(input, strategies);
}

/** Completes and freezes a scenario as {@link scenario} does, its strategy being one of some. */
export function scenarioAmong(input: ScenarioInput, among: readonly Strategy[]): Scenario {
  const issues = [...checkNames(input), ...checkNumbers(input), ...checkRepeats(input)];
  const completed = issues.length === 0 ? completeAmong(input, among) : undefined;
  if (completed !== undefined) {
    const { month, ...rest } = input.target ?? {};
    issues.push(...checkTiming(month === usualMonth ? { ...input, target: rest } : input, completed));
  }
  if (issues.length > 0) throw new InputError(issues);
  return completed as Scenario;
}

/**
 * Completes and freezes a scenario that is checked elsewhere.
 *
 * @throws InputError when the strategy is not a known one.
 */
export function complete(input: ScenarioInput): Scenario {
  return completeAmong(input, strategies);
}

function completeAmong(input: ScenarioInput, among: readonly Strategy[]): Scenario {
  const strategy = input.strategy ?? "business-as-usual";
  const own = typeof strategy === "string" ? {} : (strategy.levers ?? {});
  const label = typeof strategy === "string" ? strategy : (strategy.name ?? strategy.base ?? "custom");
  // Levers that stand under a name of one's own are that strategy; under the name of one that ships they change it.
  const ships = among.some(({ name }) => name === label);
  const changed = input.levers !== undefined || (ships && Object.keys(own).length > 0);
  const strategyName = changed && label !== "custom" && !label.endsWith(" (changed)") ? `${label} (changed)` : label;
  return freeze({
    version: scenarioVersion,
    name: input.name ?? strategyName,
    district: input.district ?? defaultProfile,
    strategy: strategyName,
    levers: overlay(overlay(strategyLevers(strategy, among), own), input.levers),
    horizon: input.horizon ?? 60,
    funded: input.funded ?? 36,
    shocks: input.shocks ?? [],
    switches: {
      contagion: input.switches?.contagion ?? "simple",
      network: input.switches?.network ?? "advice",
      everyoneAware: input.switches?.everyoneAware ?? false,
      designPrerequisite: input.switches?.designPrerequisite ?? true,
      levels: input.switches?.levels ?? "drawn",
      prescriptionCosts: input.switches?.prescriptionCosts ?? true,
    },
    survey: input.survey ?? false,
    target: {
      share: input.target?.share ?? 0.8,
      month: input.target?.month ?? usualMonth,
      of: input.target?.of ?? "teachers",
    },
    ease: easeOf(input.ease),
    own: input.own ?? null,
    parameters: {
      draw: input.parameters?.draw ?? "sampled",
      values: input.parameters?.values ?? {},
      priors: input.parameters?.priors ?? {},
      worlds: input.parameters?.worlds ?? null,
      effects: input.parameters?.effects ?? "independent",
      level: input.parameters?.level ?? null,
    },
  });
}
