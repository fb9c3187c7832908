import type { World } from "../evidence/parameter.ts";
import type { Scenario, Switches } from "./scenario.ts";

/** Exponent `support.rho` under which levels add up, multiply, or are ruled by the weakest. */
const exponents: Readonly<Record<Switches["levels"], number | undefined>> = {
  drawn: undefined,
  sum: 1,
  product: 0,
  weakest: -2,
};

/** Returns the parameters that switches hold, by name, with the value each is held at. */
export function switchedValues({ levels, prescriptionCosts }: Switches): World {
  const exponent = exponents[levels];
  return {
    ...(exponent === undefined ? {} : { "support.rho": exponent }),
    ...(prescriptionCosts !== false ? {} : { "lapsing.prescription": 0, "owning.prescription": 0 }),
  };
}

/**
 * Returns how a scenario draws its worlds, with the parameters that its switches hold. A switch wins over a value of the
 * same parameter; `@uptake/model/validate` refuses scenarios in which the two contradict each other.
 */
export function assumedParameters({ parameters, switches }: Scenario): Scenario["parameters"] {
  const switched = switchedValues(switches);
  // Where switches hold nothing, as in most scenarios, each run would copy hundreds of values.
  if (Object.keys(switched).length === 0) return parameters;
  return { ...parameters, values: { ...parameters.values, ...switched } };
}
