import { codeOfDraw, derive, draw, type Key, varied, type World, worldOfCodes } from "@uptake/model";

/** Draws the words of a world from the priors: 32 bits for each parameter that varies. */
export function priorWords(key: Key): Uint32Array {
  return Uint32Array.from(varied, (_, i) => draw(key.a, key.b, i));
}

/** Returns the codes of words, as a world is written in. */
export const codesOf = (words: Uint32Array): number[] => varied.map((one, i) => codeOfDraw(one, words[i]!));

/** Returns the world that words stand for. */
export const worldOfWords = (words: Uint32Array): World => worldOfCodes(codesOf(words));

/** Steps by which an even prior's code moves at most, of 4,096. */
const REACH = 600;

/** Moves one word so that the priors stay as they are: anew, or nearby (an even prior by steps, a bell by one of its bytes). */
function movedWord(index: number, word: number, key: Key): number {
  const { shape } = varied[index]!.prior;
  const fresh = draw(key.a, key.b, 0);
  const how = draw(key.a, key.b, 1);
  if (shape === "rivals" || how % 3 === 0) return fresh;
  if (shape === "bell") {
    const shift = 8 * ((how >>> 8) & 3);
    return ((word & ~(255 << shift)) | (fresh & (255 << shift))) >>> 0;
  }
  let step = (word >>> 20) + (fresh % (2 * REACH + 1)) - REACH;
  if (step < 0) step = -1 - step;
  if (step > 4095) step = 8191 - step;
  return ((step << 20) | (word & 0xfffff)) >>> 0;
}

/** Says which words a pattern depends on: those that decide whether it is shown, and those that hardly do. */
export interface ActiveWords {
  /** Places of the words that decide, from 0. */
  readonly binding: readonly number[];
  /** Places of those that hardly do, from 0. */
  readonly loose: readonly number[];
}

/** Shares of the words that a proposal moves: few that bind and some loose ones, or half of the loose ones alone. */
const shares = [
  { binding: 0.06, loose: 0.1 },
  { binding: 0, loose: 0.5 },
] as const;

/**
 * Proposes another world: some of its active words are moved, by steps that leave the priors as they are in both
 * directions alike, so that a proposal that shows the patterns is accepted and any other is not (a Metropolis step).
 */
export function proposedWords(words: Uint32Array, { binding, loose }: ActiveWords, key: Key): Uint32Array {
  const proposal = words.slice();
  const lot = derive(key, 1);
  const share = shares[draw(lot.a, lot.b, 0) % shares.length]!;
  const active = [...binding, ...loose];
  const sure = share.binding > 0 && binding.length > 0 ? binding : active;
  const first = sure[draw(lot.a, lot.b, 1) % sure.length];
  for (const [k, index] of active.entries()) {
    const chance = k < binding.length ? share.binding : share.loose;
    if (index === first || draw(lot.a, lot.b, k + 2) / 4294967296 < chance)
      proposal[index] = movedWord(index, words[index]!, derive(derive(key, 2), k));
  }
  return proposal;
}
