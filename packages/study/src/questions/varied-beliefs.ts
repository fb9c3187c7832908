import type { Scenario } from "@uptake/model";
import type { Factor } from "../design/factor.ts";
import { chooseFactors } from "../sensitivity/choose-factors.ts";

type Parameters = Scenario["parameters"];

/**
 * Returns the beliefs of a scenario that vary, those of `names` or all that are uncertain: spread as in the priors where
 * its worlds are drawn from them, else as in the kept worlds, which must be loaded.
 *
 * @throws InputError as `chooseFactors` does.
 */
export function variedBeliefs(parameters: Parameters, names?: readonly string[]): Factor[] {
  return chooseFactors({
    distribution: parameters.draw === "priors" ? "priors" : "kept",
    beliefs: parameters,
    ...(names ? { names } : {}),
  });
}

/** Returns how worlds are drawn so that beliefs vary over them: the kept ones where the scenario has them share one world. */
export function variedDraw(parameters: Parameters): Parameters {
  return { ...parameters, draw: parameters.draw === "fixed" ? "sampled" : parameters.draw };
}
