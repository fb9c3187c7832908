import type { World } from "../evidence/parameter.ts";
import { exp } from "../numerics/math.ts";
import { absorbWords, byteSum, DRAWS, derive, draw, hashText, type Key, standardise } from "../numerics/random.ts";
import { drawDegrees } from "./degrees.ts";
import type { Layout } from "./layout.ts";
import { type OpenDesks, openPlainDesk } from "./open-desk.ts";
import { drawSchoolTies } from "./school-ties.ts";

/** Holds who asks whom for advice, in compressed rows: slot i asks ties[tieStart[i]] … ties[tieStart[i + 1] − 1]. */
export interface Network {
  readonly tieStart: Int32Array;
  readonly ties: Int32Array;
}

const popularityName = hashText("network.popularity");
const tieName = hashText("network.tie");

/**
 * Draws the advice network. Each teacher asks a number of colleagues that does not grow with the school (negative
 * binomial, at most 12). Ties are drawn in rounds, one a teacher: rarely to another school, sometimes to someone asked by
 * someone asked (closure), otherwise by how sought-after a colleague is, times an odds ratio within the team; and the
 * one asked may ask back. Ties never repeat and never point to self, nor from elsewhere to a founded school.
 *
 * Numbers are drawn under the school's own id, so a school keeps its inner ties whatever other schools there are.
 * Schools for which `supplied` has rows (the first ones) take those instead. `open` opens the desk at which ties are drawn.
 */
export function drawNetwork(
  layout: Layout,
  world: World,
  key: Key,
  supplied?: Network,
  open: OpenDesks = openPlainDesk,
): Network {
  const { schools, words, schoolStart, team, ordinary } = layout;
  const slots = schoolStart[schools.length]!;
  const givenSlots = supplied === undefined ? 0 : supplied.tieStart.length - 1;
  const tieStart = new Int32Array(slots + 1);
  if (supplied !== undefined) tieStart.set(supplied.tieStart);
  drawDegrees(layout, world, key, givenSlots, tieStart);
  const crossLimit = world["network.crossSchool"]! * DRAWS;
  const chances = {
    odds: world["network.sameTeamOdds"]!,
    crossLimit,
    closureLimit: crossLimit + world["network.closure"]! * (DRAWS - crossLimit),
    returnLimit: world["network.reciprocity"]! * DRAWS,
  };
  const largest = schools.reduce((most, school) => Math.max(most, school.teachers), 0);
  const { desk, place } = open(chances, { slots, ties: tieStart[slots]!, largest });
  desk.tieStart.set(tieStart);
  if (supplied !== undefined) desk.ties.set(supplied.ties);
  const popularityKey = derive(key, popularityName);
  const tieKey = derive(key, tieName);
  const schoolKey: Key = { a: 0, b: 0 };
  const spread = world["network.popularitySpread"]!;
  const weights = new Float64Array(1021);
  for (let s = 0; s < schools.length; s++) {
    const start = schoolStart[s]!;
    const size = schoolStart[s + 1]! - start;
    if (start < givenSlots) continue;
    desk.start = start;
    desk.size = size;
    // Others are picked among the slots of ordinary schools; a founded school has none of those to step over.
    desk.skip = s < ordinary ? size : 0;
    desk.outside = schoolStart[ordinary]! - desk.skip;
    absorbWords(popularityKey, words[s]!.w0, words[s]!.w1, schoolKey);
    addUpSought(desk.sought, size, schoolKey, spread, weights);
    absorbWords(tieKey, words[s]!.w0, words[s]!.w1, schoolKey);
    desk.a = schoolKey.a | 0;
    desk.b = schoolKey.b | 0;
    drawSchoolTies(desk, team, place);
  }
  return { tieStart, ties: desk.ties.slice() };
}

/**
 * Adds up how sought-after the teachers of a school are: whole numbers, so that their sums are exact. `weights` holds those
 * of the byte sums met so far in the district, 0 for others.
 */
function addUpSought(sought: Float64Array, size: number, key: Key, spread: number, weights: Float64Array): void {
  const a = key.a | 0;
  const b = key.b | 0;
  sought[0] = 0;
  for (let i = 0; i < size; i++) {
    const sum = byteSum(draw(a, b, i));
    let weight = weights[sum]!;
    if (weight === 0) {
      weight = Math.max(1, Math.round(1024 * exp(spread * standardise(sum))));
      weights[sum] = weight;
    }
    sought[i + 1] = sought[i]! + weight;
  }
}
