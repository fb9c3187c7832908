import { assumedParameters, type Parameter, type ScenarioInput, type World } from "@uptake/model";
import { completedOf } from "./lever-settings.js";
import { withValue } from "./with-value.js";

/** Holds which numbers of the model a scenario holds at a value: those that the reader moved, and those that a switch holds. */
export interface Held {
  readonly moved: World;
  readonly switched: World;
}

/** Returns which numbers of the model a scenario holds. @throws InputError with everything wrong in it. */
export function heldIn(input: ScenarioInput): Held {
  const whole = completedOf(input);
  return { moved: whole.parameters.values, switched: switchedBy(whole.switches) };
}

/** Returns the numbers that switches hold. */
function switchedBy(switches: ScenarioInput["switches"] = {}): World {
  return assumedParameters(completedOf({ switches })).values;
}

/**
 * Sets a rival assumption; undefined takes it back to what is usually assumed. Numbers that it holds are no longer held by
 * the reader.
 */
export function withSwitch(input: ScenarioInput, name: string, value: string | boolean | undefined): ScenarioInput {
  const set = withValue(input, ["switches", name], value);
  return Object.keys(switchedBy(set.switches)).reduce(
    (left, held) => withValue(left, ["parameters", "values", held], undefined),
    set,
  );
}

/** Returns a scenario in which the model's own beliefs and assumptions stand. */
export function withoutBeliefs({ parameters: _, switches: __, ...rest }: ScenarioInput): ScenarioInput {
  return rest;
}

/** Returns the values that a number of the model is believed to lie in, or may have where nothing is said of that. */
export function believedRange({ prior, range }: Parameter): readonly [low: number, high: number] {
  const [lowest, highest] = range;
  switch (prior.shape) {
    case "uniform":
      return [prior.low, prior.high];
    case "bell":
      return [Math.max(lowest, prior.mean - 3 * prior.sd), Math.min(highest, prior.mean + 3 * prior.sd)];
    case "rivals":
      return [Math.min(...prior.values), Math.max(...prior.values)];
    case "held":
      return range;
  }
}
