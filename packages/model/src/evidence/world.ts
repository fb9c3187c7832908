import { clamp } from "../numerics/math.ts";
import { absorbWords, byteSum, derive, draw, hashText, type Key, rootKey, standardise } from "../numerics/random.ts";
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

const worlds = hashText("world");

/**
 * Draws world `replicate` of `seed` from the priors. Each parameter has its own draw, so adding or fixing one changes
 * no other. `values` replaces drawn values. With `draw: "fixed"` every parameter has its default.
 */
export function drawWorld(
  seed: string,
  replicate: number,
  how: { readonly draw: "sampled" | "fixed"; readonly values?: World },
): World {
  if (how.draw === "fixed") return defaultWorld(how.values);
  const key = derive(derive(rootKey(seed), worlds), replicate);
  const own: Key = { a: 0, b: 0 };
  const world: Record<string, number> = {};
  for (const parameter of parameters) {
    const words = hashText(parameter.name);
    absorbWords(key, words.w0, words.w1, own);
    world[parameter.name] = how.values?.[parameter.name] ?? sample(parameter, draw(own.a, own.b, 0));
  }
  return world;
}

/** Returns `world` with every effect of a lesson or a lever switched off: the world of the null test. */
export function withoutEffects(world: World): World {
  const bare: Record<string, number> = { ...world };
  for (const parameter of parameters) if (parameter.effect) bare[parameter.name] = 0;
  return bare;
}
