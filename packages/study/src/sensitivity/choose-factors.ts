import {
  drawWorld,
  InputError,
  type Issue,
  keptWorlds,
  nearest,
  type Parameter,
  parameters,
  type World,
} from "@uptake/model";
import { checkFactors, type Factor } from "../design/factor.ts";
import { factorOf } from "../design/factor-of.ts";

/**
 * Names how parameters are spread in a sensitivity study: over their `priors`; or as in the `kept` worlds, where each
 * has the values it has there, one as likely as another, but independently of the other parameters.
 */
export type Distribution = "priors" | "kept";

/** Sets which parameters a sensitivity study varies. */
export interface ChooseOptions {
  /** Names, or beginnings of names as in `support` (default all that are uncertain). */
  readonly names?: readonly string[];
  readonly distribution?: Distribution;
  /** Ranges over which single parameters are spread evenly instead, lowest and highest value. */
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
  /** Values that the scenario holds parameters at; those cannot vary. */
  readonly values?: World;
}

let worlds: readonly World[] | undefined;

/** Spreads a parameter as in the kept worlds. */
function keptFactor({ name, range }: Parameter): Factor {
  worlds ??= keptWorlds.replicates.map((replicate) => drawWorld(keptWorlds.seed, replicate, { draw: "priors" }));
  return { name, range, prior: { shape: "rivals", values: worlds.map((world) => world[name]!).sort((a, b) => a - b) } };
}

const inGroup = (name: string, group: string): boolean => name === group || name.startsWith(`${group}.`);

/** Finds the parameters of each name or beginning, in the order of the model's record. */
function named(asked: readonly string[], held: World, issues: Issue[]): Parameter[] {
  const groups = asked.map((one) => one.replace(/\.$/, ""));
  groups.forEach((group, i) => {
    const own = parameters.filter(({ name }) => inGroup(name, group));
    const path = asked[i]!;
    if (own.length === 0) {
      const names = parameters.map(({ name }) => name);
      const near = nearest(group, [...names, ...names.map((name) => name.split(".")[0]!)]);
      const message = `no parameter is called “${path}”, or begins so`;
      const issue = { code: "unknown-parameter", path, message, value: path };
      issues.push(near === undefined ? issue : { ...issue, nearest: near });
    } else if (own.every(({ name }) => name in held)) {
      const message = "the scenario gives the parameter a value, so it cannot vary";
      issues.push({ code: "given-value", path, message, value: held[own[0]!.name] });
    } else if (own.every(({ prior }) => prior.shape === "held")) {
      const message = "the parameter is held, so it cannot vary unless a range is given";
      issues.push({ code: "held-factor", path, message, value: path });
    }
  });
  return parameters.filter(({ name }) => groups.some((group) => inGroup(name, group)));
}

/**
 * Returns the parameters that a sensitivity study varies, with their distributions. Beginnings of names leave out what
 * is held, by its record or by `values`; a name that is held is refused, as is a range without width.
 *
 * @throws InputError with everything wrong.
 */
export function chooseFactors(options: ChooseOptions = {}): Factor[] {
  const { names, distribution = "kept", ranges = {}, values = {} } = options;
  const issues: Issue[] = [];
  const ranged = Object.keys(ranges);
  const factors: Factor[] = [];
  for (const name of ranged) {
    try {
      if (name.startsWith("levers.")) {
        const message = "a sensitivity study varies parameters of the world; sweep settings of levers instead";
        issues.push({ code: "not-a-parameter", path: name, message, value: name });
      } else if (name in values) {
        const message = "the scenario gives the parameter a value, so it cannot vary";
        issues.push({ code: "given-value", path: name, message, value: values[name] });
      } else factors.push(factorOf(name, ranges[name]));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
  }
  const chosen = names === undefined ? (ranged.length > 0 ? [] : parameters) : named(names, values, issues);
  for (const parameter of chosen) {
    const { name, prior, range } = parameter;
    if (prior.shape === "held" || name in values || ranged.includes(name)) continue;
    factors.push(distribution === "kept" ? keptFactor(parameter) : { name, prior, range });
  }
  if (issues.length > 0) throw new InputError(issues);
  checkFactors(factors);
  return factors;
}
