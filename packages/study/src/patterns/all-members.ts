import type { Plan, ScenarioInput, World } from "@uptake/model";
import { planIn } from "./in-world.ts";

type Levers = NonNullable<ScenarioInput["levers"]>;

/** Every school is in the programme from the first month, and stays. */
const allMembers: World = {
  "membership.drop": -40,
  "entry.rate": 1,
  "entry.risk": 0,
  "entry.openness": 0,
  "entry.mismatch": 0,
  "entry.vision": 10,
  "entry.legitimacy": 20,
};

/** A reform that runs without coaching, the same with a coach for 20 teachers, and that with every level invested in. */
export const running: Levers = { entry: { volunteers: 1 } };
export const coached: Levers = { ...running, coaching: { teachersPerCoach: 20 } };
export const wellLed: Levers = {
  ...coached,
  investment: { time: 1, principals: 1, office: 1, coaches: 1 },
  leadership: { preparation: 1, pipeline: 0 },
};

/** Prepares a plan in one world in which every school is a member; `input.parameters.values` replaces other values of it. */
export function planOfMembers(world: World, input: ScenarioInput): Promise<Plan> {
  return planIn(world, { ...input, parameters: { values: { ...allMembers, ...input.parameters?.values } } });
}
