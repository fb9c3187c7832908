import {
  allowedParameters,
  type Beliefs,
  drawWorld,
  InputError,
  type Issue,
  nearest,
  type Parameter,
  parameters,
  priorOfOwn,
  type World,
  worldCount,
} from "@uptake/model";
import { checkFactors, type Factor } from "../design/factor.ts";
import { factorOf } from "../design/factor-of.ts";

/**
 * Names how parameters are spread in a sensitivity study: over their `priors`; or as in the `kept` worlds, or the table
 * in their place, where each has the values it has there, one as likely as another, but independently of the others.
 */
export type Distribution = "priors" | "kept";

/** Sets which parameters a sensitivity study varies. */
export interface ChooseOptions {
  /** Names, or beginnings of names as in `support` (default all that are uncertain). */
  readonly names?: readonly string[];
  /** How factors are spread: as in the kept worlds, or as in their priors (default `kept`). */
  readonly distribution?: Distribution;
  /** Ranges over which single parameters are spread evenly instead, lowest and highest value. */
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
  /**
   * What the scenario believes: its values hold parameters, which then cannot vary, its own priors are the factors', and
   * its worlds take the place of the kept ones (default nothing, and the kept worlds).
   */
  readonly beliefs?: Partial<Pick<Beliefs, "values" | "priors" | "worlds" | "level">>;
}

/** Returns what spreads a parameter as in a table of worlds. */
function spreadIn(worlds: Beliefs["worlds"]): (parameter: Parameter) => Factor {
  let all: readonly World[] | undefined;
  return ({ name, range }) => {
    const count = worldCount({ draw: "sampled", worlds }) as number;
    all ??= Array.from({ length: count }, (_, world) => drawWorld("factors", world, { draw: "sampled", worlds }));
    return { name, range, prior: { shape: "rivals", values: all.map((world) => world[name]!).sort((a, b) => a - b) } };
  };
}

const effects: ReadonlySet<string> = new Set(parameters.filter(({ effect }) => effect).map(({ name }) => name));

const inGroup = (name: string, group: string): boolean => name === group || name.startsWith(`${group}.`);

/** Finds the parameters of each name or beginning, in the order of the model's record. */
function named(
  asked: readonly string[],
  { held, uncertain }: { readonly held: (name: string) => boolean; readonly uncertain: (one: Parameter) => boolean },
  issues: Issue[],
): Parameter[] {
  const groups = asked.map((one) => one.replace(/\.$/, ""));
  groups.forEach((group, i) => {
    const own = parameters.filter(({ name }) => inGroup(name, group));
    const path = asked[i]!;
    if (own.length === 0) {
      const names = parameters.map(({ name }) => name);
      const near = nearest(group, [...names, ...names.map((name) => name.split(".")[0]!)]);
      const message = `no parameter is called “${path}”, or begins so`;
      const issue = { code: "unknown-parameter", path, message, value: path, allowed: allowedParameters };
      issues.push(near === undefined ? issue : { ...issue, nearest: near });
    } else if (own.every(({ name }) => held(name))) {
      const message = "the scenario holds the parameter at a value, so it cannot vary";
      issues.push({ code: "given-value", path, message, value: path });
    } else if (!own.some(uncertain)) {
      const message = "the parameter is held, so it cannot vary unless a range is given";
      issues.push({ code: "held-factor", path, message, value: path });
    }
  });
  return parameters.filter(({ name }) => groups.some((group) => inGroup(name, group)));
}

/**
 * Returns the parameters that a sensitivity study varies, with their distributions. Beginnings of names leave out what
 * is held, by its record, by values or by a level of effects; a name that is held is refused, as is a range without
 * width. The kept worlds must be loaded where they are asked for.
 *
 * @throws InputError with everything wrong.
 */
export function chooseFactors(options: ChooseOptions = {}): Factor[] {
  const { names, distribution = "kept", ranges = {}, beliefs = {} } = options;
  const { values = {}, priors = {}, worlds = null, level = null } = beliefs;
  const held = (name: string): boolean => Object.hasOwn(values, name) || (level !== null && effects.has(name));
  const uncertain = ({ name, prior }: Parameter): boolean => prior.shape !== "held" || Object.hasOwn(priors, name);
  const kept = spreadIn(worlds);
  const issues: Issue[] = [];
  const ranged = Object.keys(ranges);
  const factors: Factor[] = [];
  for (const name of ranged) {
    try {
      if (/^(levers|target|switches|strategy|district)\b/.test(name)) {
        const message = "a sensitivity study varies parameters of the world; sweep what a plan sets instead";
        issues.push({ code: "not-a-parameter", path: name, message, value: name });
      } else if (held(name)) {
        const message = "the scenario holds the parameter at a value, so it cannot vary";
        issues.push({ code: "given-value", path: name, message, value: name });
      } else factors.push(factorOf(name, ranges[name]));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
  }
  const chosen =
    names === undefined ? (ranged.length > 0 ? [] : parameters) : named(names, { held, uncertain }, issues);
  for (const parameter of chosen) {
    const { name, prior, range } = parameter;
    if (!uncertain(parameter) || held(name) || ranged.includes(name)) continue;
    const own = priors[name];
    if (own !== undefined) factors.push({ name, prior: priorOfOwn(own), range });
    else factors.push(distribution === "kept" ? kept(parameter) : { name, prior, range });
  }
  if (issues.length > 0) throw new InputError(issues);
  checkFactors(factors);
  return factors;
}
