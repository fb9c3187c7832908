import {
  allowedParameters,
  InputError,
  nearest,
  type OwnPrior,
  type Prior,
  parameters,
  priorOfOwn,
} from "@uptake/model";
import { factorOf } from "../design/factor-of.ts";
import { normalReach } from "../statistics/normal-reach.ts";
import { normalPrior, type PriorDistribution, uniformPrior } from "./prior-distribution.ts";

/** Names a parameter to calibrate. */
export interface ParameterInput {
  /** Name of the parameter, as in `support.floor`; see `uptake list parameters`. */
  readonly name: string;
  /** Spreads it evenly over these values (default the scenario's own prior of it, or the parameter's). */
  readonly range?: readonly [number, number];
}

/**
 * Lists the parameters calibrated by default: how readily teachers try and lapse, what support does to trying and to depth,
 * and how many coach hours it takes. A choice: they are among those that move adoption most over the priors.
 */
export const movingParameters: readonly ParameterInput[] = [
  "trying.intercept",
  "trying.support",
  "lapsing.intercept",
  "depth.support",
  "support.halfHours",
].map((name) => ({ name }));

/** Holds how a parameter is calibrated: along a prior, whose middle 95% is given, or once for each of its rival values. */
export type Calibrated =
  | { readonly kind: "prior"; readonly prior: PriorDistribution; readonly middle: readonly [number, number] }
  | { readonly kind: "rivals"; readonly name: string; readonly values: readonly number[] };

/**
 * Returns how a parameter is calibrated; `own` is what the scenario believes of it, if it says.
 *
 * @throws InputError when there is no such parameter, it is held, or the range leaves what is allowed or has no width.
 */
export function priorOf({ name, range }: ParameterInput, own?: OwnPrior): Calibrated {
  const parameter = parameters.find((one) => one.name === name);
  if (parameter === undefined) {
    const near = nearest(
      name,
      parameters.map((one) => one.name),
    );
    const message = `no parameter is called “${name}”`;
    const issue = { code: "unknown-parameter", path: name, message, value: name, allowed: allowedParameters };
    throw new InputError([near === undefined ? issue : { ...issue, nearest: near }]);
  }
  const believed = own === undefined ? parameter.prior : priorOfOwn(own);
  const prior: Prior = range ? factorOf(name, range).prior : believed;
  const [least, most] = parameter.range;
  switch (prior.shape) {
    case "uniform":
      return {
        kind: "prior",
        prior: uniformPrior(name, prior.low, prior.high),
        middle: [0.025, 0.975].map((u) => prior.low + u * (prior.high - prior.low)) as [number, number],
      };
    case "bell": {
      const reach = normalReach * prior.sd;
      const bell = normalPrior(name, prior.mean, prior.sd, least, most);
      return {
        kind: "prior",
        prior: bell,
        middle: [Math.max(least, prior.mean - reach), Math.min(most, prior.mean + reach)],
      };
    }
    case "rivals":
      return { kind: "rivals", name, values: prior.values };
    case "held": {
      const message = "the parameter is held, so there is no prior to learn from; give a range";
      throw new InputError([{ code: "held-parameter", path: name, message, value: name }]);
    }
  }
}
