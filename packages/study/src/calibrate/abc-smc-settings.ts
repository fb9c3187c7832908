import { derive, InputError, type Issue, rootKey } from "@uptake/model";
import type { PriorDistribution } from "./prior-distribution.ts";
import { uniformsOf } from "./uniforms.ts";

/** Sets a calibration by approximate Bayesian computation. */
export interface AbcOptions {
  /** Seed text, not empty. */
  readonly seed: string;
  /** Particles of a generation, 20 or more. Default 500. */
  readonly particles?: number;
  /** Share of the effective sample that each new tolerance keeps, 0 to 1. Default 0.5. */
  readonly survival?: number;
  /** Tolerance that is close enough, in the unit of the distance, 0 or more. Default 0. */
  readonly tolerance?: number;
  /** Share of proposals accepted under which it stops, 0 to 1. Default 0.02. */
  readonly leastAcceptance?: number;
  /** Most generations, counting the draws from the priors. Default 30. */
  readonly generations?: number;
  /** Most simulations. Default 100 a particle. */
  readonly simulations?: number;
}

/** Fills in defaults and checks options and priors. Throws InputError with every fault. */
export function abcSettings(options: AbcOptions, priors: readonly PriorDistribution[]): Required<AbcOptions> {
  const particles = options.particles ?? 500;
  const defaults = {
    survival: 0.5,
    tolerance: 0,
    leastAcceptance: 0.02,
    generations: 30,
    simulations: 100 * particles,
  };
  const settings = { ...defaults, ...options, particles };
  const issues: Issue[] = priors.flatMap((prior, i) => priorIssues(prior, priors.slice(0, i)));
  const check = (path: keyof AbcOptions, holds: boolean, allowed: string): void => {
    if (!holds)
      issues.push({ code: "out-of-range", path, message: `${path} is out of range`, value: settings[path], allowed });
  };
  if (priors.length === 0) issues.push({ code: "empty", path: "priors", message: "there is nothing to calibrate" });
  check("seed", settings.seed !== "", "any text but the empty one");
  check("particles", Number.isInteger(particles) && particles >= 20, "a whole number, 20 or more");
  check("survival", settings.survival > 0 && settings.survival < 1, "above 0, below 1");
  check("tolerance", settings.tolerance >= 0, "0 or more");
  check("leastAcceptance", settings.leastAcceptance > 0 && settings.leastAcceptance < 1, "above 0, below 1");
  check(
    "generations",
    Number.isInteger(settings.generations) && settings.generations >= 1,
    "a whole number, 1 or more",
  );
  check("simulations", settings.simulations >= particles, `${particles} or more`);
  if (issues.length > 0) throw new InputError(issues);
  return settings;
}

/** Draws looked at to see whether a prior is sound. */
const LOOKS = 64;

function priorIssues(prior: PriorDistribution, before: readonly PriorDistribution[]): Issue[] {
  const path = `priors.${prior.name}`;
  if (before.some(({ name }) => name === prior.name))
    return [{ code: "duplicate", path, message: "two priors have this name", value: prior.name }];
  const key = rootKey("look");
  const looks = Array.from({ length: LOOKS }, (_, i) => prior.sample(uniformsOf(derive(key, i))));
  const odd = looks.find((value) => !Number.isFinite(value) || !(prior.density(value) > 0));
  if (odd !== undefined)
    return [{ code: "bad-prior", path, message: "the prior draws a value to which it gives no density", value: odd }];
  if (looks.every((value) => value === looks[0]))
    return [{ code: "no-width", path, message: "the prior has no width: hold the parameter instead", value: looks[0] }];
  return [];
}
