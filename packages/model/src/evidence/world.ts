import { clamp } from "../numerics/math.ts";
import {
  absorbWords,
  byteSum,
  derive,
  draw,
  hashText,
  integer,
  type Key,
  rootKey,
  standardise,
} from "../numerics/random.ts";
import { keptWorlds } from "./kept-worlds.ts";
import type { Parameter, World } from "./parameter.ts";
import { parameters } from "./parameters.ts";

/** Draws one value from a parameter's prior; `bits` is a draw of 32 bits. */
function sample(parameter: Parameter, bits: number): number {
  const { prior, range } = parameter;
  switch (prior.shape) {
    case "held":
      return parameter.default;
    case "uniform":
      return prior.low + (prior.high - prior.low) * (bits / 4294967296);
    case "bell":
      return clamp(prior.mean + prior.sd * standardise(byteSum(bits)), range[0], range[1]);
    case "rivals":
      return prior.values[Math.floor((bits / 4294967296) * prior.values.length)]!;
  }
}

/** Returns the world in which every parameter has its default. */
export function defaultWorld(values: World = {}): World {
  const world: Record<string, number> = {};
  for (const parameter of parameters) world[parameter.name] = values[parameter.name] ?? parameter.default;
  return world;
}

/**
 * Names a way of drawing worlds: `sampled` from the kept worlds, which show the patterns of the model's design; `priors`
 * from the wide priors, whatever patterns they show; `fixed` is the medoid of the kept worlds in every replicate.
 */
export type Draw = "sampled" | "priors" | "fixed";

const worlds = hashText("world");

/** Draws world `replicate` of `seed` from the priors. Each parameter has its own draw, so adding one changes no other. */
function fromPriors(seed: string, replicate: number, values: World): World {
  const key = derive(derive(rootKey(seed), worlds), replicate);
  const own: Key = { a: 0, b: 0 };
  const world: Record<string, number> = {};
  for (const parameter of parameters) {
    const words = hashText(parameter.name);
    absorbWords(key, words.w0, words.w1, own);
    world[parameter.name] = values[parameter.name] ?? sample(parameter, draw(own.a, own.b, 0));
  }
  return world;
}

const order = hashText("order of worlds");

/** Returns which of `count` kept worlds is that of `replicate`: each comes once before any comes again. */
function placeOf(seed: string, replicate: number, count: number): number {
  const key = derive(rootKey(seed), order);
  let stride = 1 + integer(key, 0, count);
  while (greatestDivisor(stride, count) > 1) stride++;
  return (integer(key, 1, count) + (replicate % count) * stride) % count;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** Returns how many worlds a way of drawing has, 1 or more; null where every replicate has a new one. */
export function worldCount({ draw }: { readonly draw: Draw }): number | null {
  if (draw === "priors") return null;
  return draw === "fixed" ? 1 : keptWorlds.replicates.length;
}

/**
 * Returns the number of the world that `replicate` has under `seed`, from 0: its place among the kept worlds, 0 where
 * there is one, and the replicate itself where every replicate has a new world.
 */
export function worldNumber(seed: string, replicate: number, how: { readonly draw: Draw }): number {
  if (how.draw === "priors") return replicate;
  return how.draw === "fixed" ? 0 : placeOf(seed, replicate, keptWorlds.replicates.length);
}

/**
 * Draws the world of `replicate` under `seed`, as `how.draw` says; `values` replaces single parameters. A pure function
 * of its arguments.
 */
export function drawWorld(
  seed: string,
  replicate: number,
  how: { readonly draw: Draw; readonly values?: World },
): World {
  const values = how.values ?? {};
  if (how.draw === "priors") return fromPriors(seed, replicate, values);
  const { replicates, medoid } = keptWorlds;
  const place = how.draw === "fixed" ? medoid : (replicates[placeOf(seed, replicate, replicates.length)] as number);
  return fromPriors(keptWorlds.seed, place, values);
}

/** Returns `world` with every effect of a lesson or a lever switched off: the world of the null test. */
export function withoutEffects(world: World): World {
  const bare: Record<string, number> = { ...world };
  for (const parameter of parameters) if (parameter.effect) bare[parameter.name] = 0;
  return bare;
}
