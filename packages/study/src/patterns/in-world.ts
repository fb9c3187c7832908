import { type Observer, type Plan, prepare, type ScenarioInput, scenario, simulate, type World } from "@uptake/model";

/** Prepares a plan in one world; `input.parameters.values` replaces single values of it. */
export function planIn(world: World, input: ScenarioInput): Promise<Plan> {
  const values = { ...world, ...input.parameters?.values };
  return prepare(scenario({ ...input, parameters: { draw: "fixed", values } }));
}

/** Runs `plan` once for each replicate 0 … `replicates` − 1, watched by an observer made for each. */
export function watch(
  plan: Plan,
  seed: string,
  replicates: number,
  observerOf: (replicate: number) => Observer["observe"],
): void {
  for (let replicate = 0; replicate < replicates; replicate++)
    simulate(plan, { seed, replicate, observers: [{ name: "watch", observe: observerOf(replicate) }] });
}
