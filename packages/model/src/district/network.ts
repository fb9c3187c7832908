import type { World } from "../evidence/parameter.ts";
import { exp } from "../numerics/math.ts";
import { absorbWords, byteSum, DRAWS, derive, draw, hashText, type Key, standardise } from "../numerics/random.ts";
import { drawDegrees } from "./degrees.ts";
import type { Layout } from "./layout.ts";

/** Holds who asks whom for advice, in compressed rows: slot i asks ties[tieStart[i]] … ties[tieStart[i + 1] − 1]. */
export interface Network {
  readonly tieStart: Int32Array;
  readonly ties: Int32Array;
}

/**
 * Draws of one tie: 16 numbers. The first decides its kind, the next four try to close a triangle, the others try
 * colleagues at large, and the last decides whether it is returned.
 */
const DRAWS_PER_TIE = 16;
const RETURN_DRAW = 15;
const CLOSURE_TRIES = 4;

const popularityName = hashText("network.popularity");
const tieName = hashText("network.tie");

/**
 * Draws the advice network. Each teacher asks a number of colleagues that does not grow with the school (negative
 * binomial, at most 12). Ties are drawn in rounds, one a teacher: rarely to another school, sometimes to someone asked by
 * someone asked (closure), otherwise by how sought-after a colleague is, times an odds ratio within the team; and the
 * one asked may ask back. Ties never repeat and never point to self, nor from elsewhere to a founded school.
 *
 * Numbers are drawn under the school's own id, so a school keeps its inner ties whatever other schools there are.
 * Schools for which `supplied` has rows (the first ones) take those instead.
 */
export function drawNetwork(layout: Layout, world: World, key: Key, supplied?: Network): Network {
  const { schools, schoolStart, team, ordinary } = layout;
  const slots = schoolStart[schools.length]!;
  const givenSlots = supplied === undefined ? 0 : supplied.tieStart.length - 1;
  const tieStart = new Int32Array(slots + 1);
  if (supplied !== undefined) tieStart.set(supplied.tieStart);
  drawDegrees(layout, world, key, givenSlots, tieStart);
  const ties = new Int32Array(tieStart[slots]!);
  if (supplied !== undefined) ties.set(supplied.ties);

  const crossLimit = world["network.crossSchool"]! * DRAWS;
  const largest = schools.reduce((most, school) => Math.max(most, school.teachers), 0);
  const desk: Desk = {
    tieStart,
    ties,
    team,
    odds: world["network.sameTeamOdds"]!,
    crossLimit,
    closureLimit: crossLimit + world["network.closure"]! * (DRAWS - crossLimit),
    returnLimit: world["network.reciprocity"]! * DRAWS,
    filled: new Uint8Array(largest),
    sought: new Float64Array(largest + 1),
    guide: new Int32Array(largest),
    key: { a: 0, b: 0 },
    start: 0,
    size: 0,
    outside: 0,
    skip: 0,
  };
  const popularityKey = derive(key, popularityName);
  const tieKey = derive(key, tieName);
  const weights = popularityWeights(world["network.popularitySpread"]!);
  for (let s = 0; s < schools.length; s++) {
    const start = schoolStart[s]!;
    const size = schoolStart[s + 1]! - start;
    if (start < givenSlots) continue;
    desk.start = start;
    desk.size = size;
    // Others are picked among the slots of ordinary schools; a founded school has none of those to step over.
    desk.skip = s < ordinary ? size : 0;
    desk.outside = schoolStart[ordinary]! - desk.skip;
    const words = hashText(schools[s]!.id);
    const { a, b } = absorbWords(popularityKey, words.w0, words.w1, desk.key);
    for (let i = 0; i < size; i++) desk.sought[i + 1] = desk.sought[i]! + weights[byteSum(draw(a, b, i))]!;
    absorbWords(tieKey, words.w0, words.w1, desk.key);
    fillGuide(desk.sought, size, desk.guide);
    desk.filled.fill(0, 0, size);
    drawSchool(desk);
  }
  return { tieStart, ties };
}

/** Holds what the draw of one school works on; made once, and set for each school in turn. */
interface Desk {
  readonly tieStart: Int32Array;
  readonly ties: Int32Array;
  readonly team: Uint16Array;
  readonly odds: number;
  /** Limits, of 2³², under which a draw means a tie to another school, a closed triangle, a tie returned. */
  readonly crossLimit: number;
  readonly closureLimit: number;
  readonly returnLimit: number;
  /** Ties placed so far, by teacher of the school. */
  readonly filled: Uint8Array;
  /** Running sum of how sought-after the school's teachers are. */
  readonly sought: Float64Array;
  readonly guide: Int32Array;
  readonly key: Key;
  start: number;
  size: number;
  /** Teachers of other ordinary schools, and the slots to step over to reach those that come later. */
  outside: number;
  skip: number;
}

/** Places the ties of one school, in rounds of one a teacher. */
function drawSchool(desk: Desk): void {
  const { tieStart, ties, team, filled, start, size } = desk;
  const { a, b } = desk.key;
  let most = 0;
  for (let i = 0; i < size; i++) most = Math.max(most, tieStart[start + i + 1]! - tieStart[start + i]!);
  for (let round = 0; round < most; round++) {
    let teamFirst = 0;
    let teamEnd = 0;
    for (let i = 0; i < size; i++) {
      if (i === teamEnd) {
        teamFirst = i;
        while (teamEnd < size && team[start + teamEnd] === team[start + i]) teamEnd++;
      }
      const from = tieStart[start + i]!;
      const n = filled[i]!;
      if (n > round || from + n >= tieStart[start + i + 1]!) continue;
      const slot = (i * DRAWS_PER_TIE + n) * DRAWS_PER_TIE;
      const kind = draw(a, b, slot);
      let target = -1;
      if (desk.outside > 0 && (kind < desk.crossLimit || size === 1)) target = findOutside(desk, from, n, slot);
      const leaves = target >= 0;
      if (target < 0 && kind >= desk.crossLimit && kind < desk.closureLimit && n > 0)
        target = closeTriangle(desk, i, n, slot);
      if (target < 0) target = findColleague(desk, i, n, slot, teamFirst, teamEnd);
      ties[from + n] = target;
      filled[i] = n + 1;
      if (!leaves) returnTie(desk, i, target - start, slot);
    }
  }
}

/** Picks a teacher of another ordinary school, each as likely; −1 when the tries run out. */
function findOutside(desk: Desk, from: number, n: number, slot: number): number {
  for (let attempt = 1; attempt < RETURN_DRAW; attempt++) {
    const pick = Math.floor((draw(desk.key.a, desk.key.b, slot + attempt) / DRAWS) * desk.outside);
    const other = pick >= desk.start ? pick + desk.skip : pick;
    if (!holds(desk.ties, from, n, other)) return other;
  }
  return -1;
}

/** Picks someone of the school asked by someone whom teacher `i` asks; −1 when the tries find none. */
function closeTriangle(desk: Desk, i: number, n: number, slot: number): number {
  const { tieStart, ties, filled, start, size } = desk;
  const from = tieStart[start + i]!;
  for (let attempt = 1; attempt <= CLOSURE_TRIES; attempt++) {
    const bits = draw(desk.key.a, desk.key.b, slot + attempt);
    const asked = ties[from + Math.floor(((bits >>> 16) / 65_536) * n)]! - start;
    if (asked < 0 || asked >= size || filled[asked] === 0) continue;
    const further = ties[tieStart[start + asked]! + Math.floor(((bits & 65_535) / 65_536) * filled[asked]!)]!;
    const inside = further >= start && further < start + size;
    if (inside && further !== start + i && !holds(ties, from, n, further)) return further;
  }
  return -1;
}

/** Picks a colleague by how sought-after each is, times the odds for those of the team, `teamFirst` … `teamEnd` − 1. */
function findColleague(desk: Desk, i: number, n: number, slot: number, teamFirst: number, teamEnd: number): number {
  const { ties, sought, guide, odds, start, size } = desk;
  const from = desk.tieStart[start + i]!;
  const before = sought[teamFirst]!;
  const within = sought[teamEnd]! - before;
  const total = sought[size]! + (odds - 1) * within;
  let last = i;
  for (let attempt = CLOSURE_TRIES + 1; attempt < RETURN_DRAW; attempt++) {
    const x = (draw(desk.key.a, desk.key.b, slot + attempt) / DRAWS) * total;
    const rest = x - odds * within;
    last = locate(sought, size, guide, rest < 0 ? before + x / odds : rest < before ? rest : rest + within);
    if (last !== i && !holds(ties, from, n, start + last)) return start + last;
  }
  // In a very small or lopsided school tries may run out: take the next colleague not yet asked.
  do last = last + 1 === size ? 0 : last + 1;
  while (last === i || holds(ties, from, n, start + last));
  return start + last;
}

/** Lets teacher `j`, newly asked by `i`, ask back, by chance and with a tie to spare. */
function returnTie(desk: Desk, i: number, j: number, slot: number): void {
  const { tieStart, ties, filled, start } = desk;
  const { a, b } = desk.key;
  const from = tieStart[start + j]!;
  const n = filled[j]!;
  if (from + n >= tieStart[start + j + 1]! || draw(a, b, slot + RETURN_DRAW) >= desk.returnLimit) return;
  // A tie that is to leave the school stays one: returning must not eat into the rare outside ties.
  if (desk.outside > 0 && draw(a, b, (j * DRAWS_PER_TIE + n) * DRAWS_PER_TIE) < desk.crossLimit) return;
  if (holds(ties, from, n, start + i)) return;
  ties[from + n] = start + i;
  filled[j] = n + 1;
}

/** Returns how sought-after a teacher is for each byte sum: whole numbers, so that their sums are exact. */
function popularityWeights(spread: number): Float64Array {
  const weights = new Float64Array(1021);
  for (let sum = 0; sum <= 1020; sum++) weights[sum] = Math.max(1, Math.round(1024 * exp(spread * standardise(sum))));
  return weights;
}

/** Says whether one of the `n` ties from `from` on points to `target`. */
function holds(ties: Int32Array, from: number, n: number, target: number): boolean {
  for (let k = from; k < from + n; k++) if (ties[k] === target) return true;
  return false;
}

/** Notes, for each of `size` equal parts of the running sum, the teacher at whom it begins. */
function fillGuide(sought: Float64Array, size: number, guide: Int32Array): void {
  const part = sought[size]! / size;
  let i = 0;
  for (let g = 0; g < size; g++) {
    while (i < size - 1 && sought[i + 1]! <= g * part) i++;
    guide[g] = i;
  }
}

/** Finds the teacher i with sought[i] ≤ x < sought[i + 1], starting from the guide: a step or two, whatever the size. */
function locate(sought: Float64Array, size: number, guide: Int32Array, x: number): number {
  let i = guide[Math.min(size - 1, Math.floor((x / sought[size]!) * size))]!;
  while (i < size - 1 && sought[i + 1]! <= x) i++;
  while (i > 0 && sought[i]! > x) i--;
  return i;
}
