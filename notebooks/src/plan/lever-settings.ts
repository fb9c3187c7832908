import {
  levers as catalogue,
  type Lever,
  type LeverUse,
  type Scenario,
  type ScenarioInput,
  scenario,
} from "@uptake/model";

/** Settings of a lever by name, as they are written; undefined takes the strategy's. */
export type LeverValues = Readonly<Record<string, LeverUse[string]>>;

const completed = new WeakMap<ScenarioInput, Scenario>();

/** Completes a scenario; the same one only once. @throws InputError with everything wrong in it. */
export function completedOf(input: ScenarioInput): Scenario {
  const made = completed.get(input) ?? scenario(input);
  completed.set(input, made);
  return made;
}

/** Returns the model's record of a lever. @throws RangeError where there is none of that name. */
export function leverNamed(name: string): Lever {
  const lever = catalogue.find((each) => each.name === name);
  if (!lever) throw new RangeError(`no lever is called “${name}”`);
  return lever;
}

/** Returns a lever as a scenario uses it; undefined where it does not, or with no strength. */
export function usedIn(input: ScenarioInput, lever: string): LeverUse | undefined {
  const use = completedOf(input).levers[lever];
  return use === undefined || use.intensity === 0 ? undefined : use;
}

/** Returns a lever as the scenario's strategy has it, before anything was changed. */
function ownOfStrategy({ levers: _, ...rest }: ScenarioInput, lever: string): LeverUse | undefined {
  return completedOf(rest).levers[lever];
}

/** Settings of a lever under which nothing of it is in force. */
function quiet({ settings }: Lever): Record<string, LeverUse[string]> {
  return Object.fromEntries(
    settings
      .filter(({ statusQuo }) => Number.isFinite(statusQuo))
      .map((setting) => [setting.name, setting.fraction ? setting.default : setting.statusQuo]),
  );
}

/** Tells whether a lever as used does nothing: a lever in use is one more initiative, so it is better switched off. */
function idle({ settings }: Lever, use: LeverUse): boolean {
  return settings.every(
    ({ name, fraction, statusQuo, default: usual }) => fraction || (use[name] ?? usual) === statusQuo,
  );
}

/** Returns the value a lever takes where nothing is said of it. */
function usualOf({ settings, choices = [], counts = [] }: Lever, key: string): LeverUse[string] {
  return [...settings, ...choices, ...counts].find(({ name }) => name === key)?.default;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Sets values of one lever in a scenario. Only what differs from the strategy is written; a lever that was not in use
 * begins with nothing else in force, and one left without any effect is switched off.
 */
export function withLever(input: ScenarioInput, name: string, values: LeverValues): ScenarioInput {
  const lever = leverNamed(name);
  const { [name]: current = {}, ...others } = input.levers ?? {};
  const base = ownOfStrategy(input, name);
  const begun = base ?? (Object.keys(current).length > 0 ? {} : quiet(lever));
  const { intensity, ...settings } = { ...begun, ...current, ...values };
  const off = intensity === 0 && values["intensity"] === undefined ? base?.intensity : intensity;
  const use: LeverUse = { ...settings, ...(off === undefined ? {} : { intensity: off }) };
  const still = idle(lever, use) || use.intensity === 0;
  const differing = Object.entries(still ? { ...use, intensity: 0 } : use).filter(
    ([key, value]) => value !== undefined && !same(value, base ? (base[key] ?? usualOf(lever, key)) : undefined),
  );
  const kept = base === undefined && still ? [] : differing;
  const levers = kept.length === 0 ? others : { ...others, [name]: Object.fromEntries(kept) };
  const { levers: _, ...rest } = input;
  return Object.keys(levers).length === 0 ? rest : { ...rest, levers };
}
