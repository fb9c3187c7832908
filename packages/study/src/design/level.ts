import { levers, profileNames, strategies, targetKinds } from "@uptake/model";

/** Names a value that a factor takes at a point of a design: a number, or one of the names that a choice has. */
export type Level = number | string | boolean;

/** Maps every factor that takes names in the place of numbers to the names it may take. */
const named: ReadonlyMap<string, readonly (string | boolean)[]> = new Map<string, readonly (string | boolean)[]>([
  ["strategy", strategies.map(({ name }) => name)],
  ["district", profileNames],
  ["target.of", targetKinds],
  ["switches.contagion", ["simple", "complex", "none"]],
  ["switches.network", ["advice", "complete"]],
  ["switches.everyoneAware", [true, false]],
  ["switches.designPrerequisite", [true, false]],
  ["switches.levels", ["drawn", "sum", "product", "weakest"]],
  ["switches.prescriptionCosts", [true, false]],
  ...levers.flatMap((lever) =>
    (lever.choices ?? []).map(({ name, options }) => [`levers.${lever.name}.${name}`, options] as const),
  ),
]);

/** Lists the factors that take names: the strategy, the district, what the target is of, switches and choices of levers. */
export const namedFactors: readonly string[] = [...named.keys()];

/** Returns the names that a factor may take; undefined of one that takes numbers, and of an unknown one. */
export function namesOf(factor: string): readonly (string | boolean)[] | undefined {
  return named.get(factor);
}

/** Returns a level as its factor takes it: `on` and `off` are true and false of a switch that is either. */
export function levelOf(factor: string, given: Level): Level {
  if (namesOf(factor)?.includes(true) !== true) return given;
  return given === "on" ? true : given === "off" ? false : given;
}
