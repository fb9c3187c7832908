import { absorbWords, DRAWS, derive, draw, hashText, type Key } from "../numerics/random.ts";
import type { Layout } from "./layout.ts";

/** Holds each teacher's latent tie to a teacher of another school, which only visits make active. */
export interface Visits {
  /** Slot of the other teacher; −1 in a one-school district. */
  readonly visitTie: Int32Array;
  /** Uniform 0 … 255: the tie is active where rank / 256 is below the level of visits. */
  readonly visitRank: Uint8Array;
}

const tieName = hashText("visits.tie");
const rankName = hashText("visits.rank");

/** Draws the latent ties, uniform over the teachers of the other ordinary schools; founded schools are never visited. */
export function drawVisits(layout: Layout, key: Key): Visits {
  const { schools, words, schoolStart, ordinary } = layout;
  const slots = schoolStart[schools.length]!;
  const visitTie = new Int32Array(slots).fill(-1);
  const visitRank = new Uint8Array(slots);
  const tieBase = derive(key, tieName);
  const rankBase = derive(key, rankName);
  const tieKey: Key = { a: 0, b: 0 };
  const rankKey: Key = { a: 0, b: 0 };
  for (let s = 0; s < schools.length; s++) {
    const start = schoolStart[s]!;
    const size = schoolStart[s + 1]! - start;
    absorbWords(tieBase, words[s]!.w0, words[s]!.w1, tieKey);
    absorbWords(rankBase, words[s]!.w0, words[s]!.w1, rankKey);
    const tieA = tieKey.a | 0;
    const tieB = tieKey.b | 0;
    const rankA = rankKey.a | 0;
    const rankB = rankKey.b | 0;
    const outside = schoolStart[ordinary]! - (s < ordinary ? size : 0);
    for (let i = 0; i < size; i++) {
      visitRank[start + i] = draw(rankA, rankB, i) >>> 24;
      if (outside === 0) continue;
      const pick = Math.floor((draw(tieA, tieB, i) / DRAWS) * outside);
      visitTie[start + i] = s < ordinary && pick >= start ? pick + size : pick;
    }
  }
  return { visitTie, visitRank };
}
