import { clamp } from "../numerics/math.ts";
import { byteSum, DRAWS, standardise } from "../numerics/random.ts";
import type { ParameterNumbers, World } from "./parameter.ts";
import { parameterNumbers } from "./parameter-numbers.ts";

/** Steps into which a code divides an even prior: 4,096. */
const STEPS = 4096;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Returns the code of a draw of 32 bits: of an even prior its step, 0 … 4,095; of a bell its byte sum, 0 … 1,020; of
 * rivals which of them, from 0.
 */
export function codeOfDraw({ prior }: ParameterNumbers, bits: number): number {
  if (prior.shape === "bell") return byteSum(bits);
  if (prior.shape === "rivals") return Math.floor((bits / DRAWS) * prior.values.length);
  return bits >>> 20;
}

/**
 * Returns the value that a code stands for, in the parameter's unit: of an even prior the middle of its step, of a bell
 * held within the range. Codes are those of {@link codeOfDraw}, which are not checked.
 */
export function valueOfCode(parameter: ParameterNumbers, code: number): number {
  const { prior, range } = parameter;
  switch (prior.shape) {
    case "held":
      return parameter.default;
    case "uniform":
      return prior.low + (prior.high - prior.low) * ((code + 0.5) / STEPS);
    case "bell":
      return clamp(prior.mean + prior.sd * standardise(code), range[0], range[1]);
    case "rivals":
      return prior.values[code]!;
  }
}

/** Writes the codes of one world, one for each parameter of {@link varied}, as two characters each. */
export function writeWorld(codes: ArrayLike<number>): string {
  return Array.from(codes, (code) => ALPHABET.charAt(code >>> 6) + ALPHABET.charAt(code & 63)).join("");
}

/** Returns the world of codes, one for each parameter of {@link varied}; held parameters have their defaults. */
export function worldOfCodes(codes: ArrayLike<number>): World {
  const world: Record<string, number> = {};
  let i = 0;
  for (const parameter of parameterNumbers)
    world[parameter.name] = parameter.prior.shape === "held" ? parameter.default : valueOfCode(parameter, codes[i++]!);
  return world;
}

/** Maps the code of a character to its place in the alphabet. */
const placeOfCharacter = new Uint8Array(128);
for (let place = 0; place < ALPHABET.length; place++) placeOfCharacter[ALPHABET.charCodeAt(place)] = place;

/** Reads the values of all parameters, in their order, from the text of a world as {@link writeWorld} writes it. */
export function readValues(text: string): number[] {
  let at = 0;
  return parameterNumbers.map((parameter) => {
    if (parameter.prior.shape === "held") return parameter.default;
    const code = placeOfCharacter[text.charCodeAt(at)]! * 64 + placeOfCharacter[text.charCodeAt(at + 1)]!;
    at += 2;
    return valueOfCode(parameter, code);
  });
}

/** Names the values of all parameters, which stand in their order; `others` come before them. */
export function nameValues(values: readonly number[], others: World = {}): World {
  const world: Record<string, number> = {};
  parameterNumbers.forEach(({ name }, place) => {
    world[name] = others[name] ?? values[place]!;
  });
  return world;
}

/** Reads a world from its text, as {@link writeWorld} writes it; the text is not checked. */
export function readWorld(text: string): World {
  return nameValues(readValues(text));
}
