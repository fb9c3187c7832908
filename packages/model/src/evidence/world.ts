import { absorbWords, derive, draw, hashText, type Key, rootKey } from "../numerics/random.ts";
import type { BeliefsInput } from "./beliefs.ts";
import { effectsAt, withCommonEffects } from "./effects-of-table.ts";
import { keptWorlds } from "./kept-worlds.ts";
import { loadedKeptWorlds } from "./load-kept-worlds.ts";
import type { World } from "./parameter.ts";
import { parameterNumbers } from "./parameter-numbers.ts";
import { drawPrior, priorOfOwn, priorQuantile } from "./prior-draw.ts";
import { nameValues, readValues } from "./world-code.ts";
import { worldNumber } from "./world-number.ts";

/** Returns the world in which every parameter has its default, but for the `values` given; it is not the fixed world. */
export function defaultWorld(values: World = {}): World {
  return nameValues(
    parameterNumbers.map((parameter) => parameter.default),
    values,
  );
}

const worlds = hashText("world");
const factor = hashText("common effect");
const words = parameterNumbers.map(({ name }) => hashText(name));
const places: ReadonlyMap<string, number> = new Map(parameterNumbers.map(({ name }, place) => [name, place]));
const scratch: Key = { a: 0, b: 0 };

/** Draws 32 bits for the parameter at `place`. Each has its own draw, so adding a parameter changes no other. */
function bitsOf(key: Key, place: number): number {
  const { w0, w1 } = words[place]!;
  absorbWords(key, w0, w1, scratch);
  return draw(scratch.a, scratch.b, 0);
}

/** Draws every parameter from its prior: all effects by one draw where they are tied, costs of levers by its opposite. */
function fromPriors(key: Key, effectsTied: boolean): number[] {
  const own = derive(key, factor);
  const common = draw(own.a, own.b, 0);
  return parameterNumbers.map((parameter, place) =>
    effectsTied && parameter.effect
      ? priorQuantile(parameter, parameter.harm ? ~common >>> 0 : common)
      : drawPrior(parameter, bitsOf(key, place)),
  );
}

let fixed: readonly number[] | undefined;

/** Returns the values of the fixed world. */
function fixedWorld(): readonly number[] {
  fixed ??= readValues(keptWorlds.fixed);
  return fixed;
}

/**
 * Draws the world of `replicate` under `seed`. What is believed later wins: the world as `draw` says, its effects tied,
 * effects at a level, own priors, values. A pure function of its arguments.
 *
 * @throws Error when the kept worlds are needed and have not been loaded; `prepare` loads them, and `loadKeptWorlds`.
 */
export function drawWorld(seed: string, replicate: number, beliefs: BeliefsInput): World {
  const { priors = {}, values = {}, level = null, effects } = beliefs;
  const own = Object.keys(priors);
  const key =
    beliefs.draw === "priors" || own.length > 0 ? derive(derive(rootKey(seed), worlds), replicate) : undefined;
  const drawn = [...base(key, seed, replicate, beliefs, effects === "common")];
  if (level !== null)
    for (const { place, value } of effectsAt(level, beliefs.worlds ?? loadedKeptWorlds())) drawn[place] = value;
  for (const name of own) {
    const place = places.get(name);
    if (place === undefined || key === undefined) continue;
    drawn[place] = drawPrior(parameterNumbers[place]!, bitsOf(key, place), priorOfOwn(priors[name]!));
  }
  return nameValues(drawn, values);
}

/** Returns the values that `draw` gives all parameters. */
function base(
  key: Key | undefined,
  seed: string,
  replicate: number,
  beliefs: BeliefsInput,
  effectsTied: boolean,
): readonly number[] {
  if (beliefs.draw === "fixed") return fixedWorld();
  if (beliefs.draw === "priors") return fromPriors(key!, effectsTied);
  const table = beliefs.worlds ?? loadedKeptWorlds();
  const rows = effectsTied ? withCommonEffects(table) : table.rows;
  return rows[worldNumber(seed, replicate, beliefs)]!;
}

/** Returns `world` with every effect of a lesson or a lever switched off: the world of the null test. */
export function withoutEffects(world: World): World {
  const bare: Record<string, number> = { ...world };
  for (const parameter of parameterNumbers) if (parameter.effect) bare[parameter.name] = 0;
  return bare;
}
