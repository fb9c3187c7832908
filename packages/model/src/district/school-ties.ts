import type { Place } from "../numerics/program.ts";
import { DRAWS, draw, type Key } from "../numerics/random.ts";
import { MOST_TIES } from "./degrees.ts";

/**
 * Draws of one tie: 16 numbers. The first decides its kind, the next four try to close a triangle, the others try
 * colleagues at large, and the last decides whether it is returned.
 */
const DRAWS_PER_TIE = 16;
const RETURN_DRAW = 15;
const CLOSURE_TRIES = 4;

/** Parts of the running sum of how sought-after a school's teachers are that the guide knows, a teacher. */
const PARTS = 2;

/** Holds the odds and limits by which ties are drawn; limits are of 2³², and a draw under one means yes. */
export interface TieChances {
  /** Odds of asking a colleague of the same team, over the odds for another. */
  readonly odds: number;
  readonly crossLimit: number;
  readonly closureLimit: number;
  readonly returnLimit: number;
}

/** Holds what the draw of one school's ties works on: made once for a district, and set for each school in turn. */
export interface Desk extends TieChances {
  readonly tieStart: Int32Array;
  /** Key of the school's ties, its words taken as 32 bits with a sign; see {@link Key}. */
  a: number;
  b: number;
  /** First slot of the school, and its teachers. */
  start: number;
  size: number;
  /** Teachers of other ordinary schools, and the slots to step over to reach those that come later. */
  outside: number;
  skip: number;
  /** Running sum of how sought-after the school's teachers are, and the parts of the guide a unit of it. */
  readonly sought: Float64Array;
  scale: number;
  readonly ties: Int32Array;
  /** The teacher at whom each part of the running sum begins. */
  readonly guide: Int32Array;
  /** First teacher of each one's team, and the one after its last. */
  readonly teamFirst: Int32Array;
  readonly teamEnd: Int32Array;
  /** Ties placed so far, by teacher. */
  readonly filled: Int32Array;
  /** Bit s mod 32 for each slot s that a teacher is or asks: where it is not set, the ties need no search. */
  readonly marks: Int32Array;
  /** Teachers who have ties to place. */
  readonly waiting: Int32Array;
  /** Of each tie, the draws that decide its kind, whom it first tries and whether it is returned. */
  readonly kinds: Uint32Array;
  readonly firsts: Uint32Array;
  readonly returns: Uint32Array;
}

/** Holds a desk, and what places the ties of the school for which it is set. */
export interface OpenDesk {
  readonly desk: Desk;
  place(desk: Desk): void;
}

/** Says for how much a desk is: slots and ties of the district, teachers of its largest school. */
export interface DeskSize {
  readonly slots: number;
  readonly ties: number;
  readonly largest: number;
}

/** Makes a desk of arrays that `place` makes, in the order in which wasm/ties.c has their addresses. */
export function makeDesk(chances: TieChances, { slots, ties, largest }: DeskSize, place: Place): Desk {
  const perTeacher = (): Int32Array => place(Int32Array, largest);
  const perTie = (): Uint32Array => place(Uint32Array, MOST_TIES * largest);
  return {
    // Written out: an object made by spreading is read at half the speed.
    odds: chances.odds,
    crossLimit: chances.crossLimit,
    closureLimit: chances.closureLimit,
    returnLimit: chances.returnLimit,
    start: 0,
    size: 0,
    outside: 0,
    skip: 0,
    a: 0,
    b: 0,
    scale: 0,
    tieStart: place(Int32Array, slots + 1),
    sought: place(Float64Array, largest + 1),
    guide: place(Int32Array, PARTS * largest + 1),
    teamFirst: perTeacher(),
    teamEnd: perTeacher(),
    kinds: perTie(),
    firsts: perTie(),
    returns: perTie(),
    ties: place(Int32Array, ties),
    filled: perTeacher(),
    marks: perTeacher(),
    waiting: perTeacher(),
  };
}

/** Draws the ties of the school for which the desk is set: `place`, which is {@link placeTies}, from what is noted and drawn ahead. */
export function drawSchoolTies(desk: Desk, team: Uint16Array, place: (desk: Desk) => void): void {
  findTeams(desk, team);
  fillGuide(desk);
  drawAhead(desk);
  place(desk);
}

/** Notes where each one's team begins and ends. */
function findTeams({ teamFirst, teamEnd, start, size }: Desk, team: Uint16Array): void {
  for (let first = 0, end = 0; first < size; first = end) {
    while (end < size && team[start + end] === team[start + first]) end++;
    teamFirst.fill(first, first, end);
    teamEnd.fill(end, first, end);
  }
}

/** Notes, for equal parts of the running sum, the teacher at whom each begins. */
function fillGuide(desk: Desk): void {
  const { sought, size, guide } = desk;
  const parts = PARTS * size;
  const part = sought[size]! / parts;
  desk.scale = parts / sought[size]!;
  let i = 0;
  for (let g = 0; g <= parts; g++) {
    while (i < size - 1 && sought[i + 1]! <= g * part) i++;
    guide[g] = i;
  }
}

/** Draws what every tie needs whatever others come to: apart, so that no draw waits for what the one before decides. */
function drawAhead({ tieStart, a, b, start, size, kinds, firsts, returns }: Desk): void {
  let tie = 0;
  for (let i = 0; i < size; i++) {
    const end = tie + tieStart[start + i + 1]! - tieStart[start + i]!;
    for (let slot = slotOf(i, 0); tie < end; tie++, slot += DRAWS_PER_TIE) {
      kinds[tie] = draw(a, b, slot);
      firsts[tie] = draw(a, b, slot + CLOSURE_TRIES + 1);
      returns[tie] = draw(a, b, slot + RETURN_DRAW);
    }
  }
}

/** Returns the slot of the first draw of teacher `i`'s tie number `n`. */
function slotOf(i: number, n: number): number {
  return (i * DRAWS_PER_TIE + n) * DRAWS_PER_TIE;
}

/**
 * Places the ties of the school for which the desk is set, in rounds of one a teacher. `wasm/ties.c` says the same in C, for
 * larger districts: whoever changes one changes the other.
 */
export function placeTies(desk: Desk): void {
  const { tieStart, ties, filled, marks, waiting, kinds, returns, start, size, outside } = desk;
  const { crossLimit, closureLimit, returnLimit } = desk;
  const first = tieStart[start]!;
  for (let i = 0; i < size; i++) {
    filled[i] = 0;
    marks[i] = 1 << (start + i);
    waiting[i] = i;
  }
  for (let round = 0, left = size; left > 0; round++) {
    const before = left;
    left = 0;
    for (let w = 0; w < before; w++) {
      const i = waiting[w]!;
      const n = filled[i]!;
      const at = tieStart[start + i]! + n;
      if (at >= tieStart[start + i + 1]!) continue;
      waiting[left++] = i;
      if (n > round) continue;
      const kind = kinds[at - first]!;
      let target = -1;
      if (outside > 0 && (kind < crossLimit || size === 1)) target = findOutside(desk, i, n);
      const leaves = target >= 0;
      if (!leaves) {
        if (kind >= crossLimit && kind < closureLimit && n > 0) target = closeTriangle(desk, i, n);
        if (target < 0) target = findColleague(desk, i, n);
      }
      ties[at] = target;
      filled[i] = n + 1;
      marks[i] = marks[i]! | (1 << target);
      if (leaves || returns[at - first]! >= returnLimit) continue;

      // The one newly asked asks back, given a tie to spare. A tie that is to leave the school stays one: returning must
      // not eat into the rare outside ties.
      const j = target - start;
      const m = filled[j]!;
      const back = tieStart[target]! + m;
      if (back >= tieStart[target + 1]! || (outside > 0 && kinds[back - first]! < crossLimit)) continue;
      if (isAsked(desk, j, m, start + i)) continue;
      ties[back] = start + i;
      filled[j] = m + 1;
      marks[j] = marks[j]! | (1 << (start + i));
    }
  }
}

/** Picks a teacher of another ordinary school, each as likely; −1 when the tries run out. */
function findOutside(desk: Desk, i: number, n: number): number {
  const { a, b } = desk;
  const slot = slotOf(i, n);
  for (let attempt = 1; attempt < RETURN_DRAW; attempt++) {
    const pick = Math.floor((draw(a, b, slot + attempt) / DRAWS) * desk.outside);
    const other = pick >= desk.start ? pick + desk.skip : pick;
    if (!isAsked(desk, i, n, other)) return other;
  }
  return -1;
}

/** Picks someone of the school asked by someone whom teacher `i` asks; −1 when the tries find none. */
function closeTriangle(desk: Desk, i: number, n: number): number {
  const { tieStart, ties, filled, start, size } = desk;
  const { a, b } = desk;
  const slot = slotOf(i, n);
  const from = tieStart[start + i]!;
  for (let attempt = 1; attempt <= CLOSURE_TRIES; attempt++) {
    // The halves of one draw pick among the ties of both.
    const bits = draw(a, b, slot + attempt);
    const asked = ties[from + (((bits >>> 16) * n) >>> 16)]! - start;
    if (asked < 0 || asked >= size || filled[asked] === 0) continue;
    const further = ties[tieStart[start + asked]! + (((bits & 65_535) * filled[asked]!) >>> 16)]!;
    if (further >= start && further < start + size && !isAsked(desk, i, n, further)) return further;
  }
  return -1;
}

/** Picks a colleague by how sought-after each is, times the odds for those of the team. */
function findColleague(desk: Desk, i: number, n: number): number {
  const { tieStart, sought, scale, guide, odds, start, size } = desk;
  const { a, b } = desk;
  const slot = slotOf(i, n);
  const before = sought[desk.teamFirst[i]!]!;
  const within = sought[desk.teamEnd[i]!]! - before;
  const team = odds * within;
  const total = sought[size]! + (odds - 1) * within;
  let bits = desk.firsts[tieStart[start + i]! - tieStart[start]! + n]!;
  let last = i;
  for (let attempt = CLOSURE_TRIES + 2; attempt <= RETURN_DRAW; attempt++) {
    // The team's part of the whole comes first, then those before it, then those after.
    const part = (bits / DRAWS) * total;
    const rest = part - team;
    const x = rest < 0 ? before + part / odds : rest < before ? rest : rest + within;
    // The guide leads to the teacher with sought[last] ≤ x < sought[last + 1] in a step or two, whatever the size.
    last = guide[Math.floor(x * scale)]!;
    while (last < size - 1 && sought[last + 1]! <= x) last++;
    while (last > 0 && sought[last]! > x) last--;
    if (!isAsked(desk, i, n, start + last)) return start + last;
    bits = draw(a, b, slot + attempt);
  }
  // In a very small or lopsided school tries may run out: take the next colleague not yet asked.
  do last = last + 1 === size ? 0 : last + 1;
  while (isAsked(desk, i, n, start + last));
  return start + last;
}

/** Says whether `target` is teacher `i`, or one of the `n` whom the teacher asks. */
function isAsked({ tieStart, ties, marks, start }: Desk, i: number, n: number, target: number): boolean {
  if ((marks[i]! & (1 << target)) === 0) return false;
  if (target === start + i) return true;
  const from = tieStart[start + i]!;
  for (let k = from; k < from + n; k++) if (ties[k] === target) return true;
  return false;
}
