import { decisionKey, hashText, schoolUniform } from "../numerics/random.ts";
import type { Ease } from "../scenario/transition.ts";
import type { DistrictState } from "../state/district-state.ts";

/** Says how schools may come in: which are of the levels asked for, how many places a year has, how easy it is. */
export interface Way {
  /** 1 for each school that may join. */
  readonly eligible: Uint8Array;
  readonly places: number;
  readonly ease: Ease;
}

/** Holds a school that comes, `mandated` or not. */
export interface Comer {
  readonly s: number;
  readonly mandated: 0 | 1;
}

const placesLot = hashText("places");

/** Opens month `t`: forgets the last one's comings and goings, and gives new places each year. */
export function openAdmission(state: DistrictState, t: number): void {
  const { school } = state;
  school.dropped.fill(0);
  school.joined.fill(0);
  for (let s = 0; s < school.invited.length; s++) if (school.invited[s] === 1) school.invited[s] = 2;
  if (t % 12 === 0) state.placesTaken = 0;
}

/** Asks a school to join, unless it was asked before. */
export function askSchool({ school }: DistrictState, s: number): void {
  if (school.invited[s] === 0) school.invited[s] = 1;
}

/** Takes in schools that come in month `t`: as many as there are places left this year, by lot. */
export function admitSchools(state: DistrictState, way: Way, t: number, come: readonly Comer[]): void {
  const { school } = state;
  const left = Math.max(0, way.places - state.placesTaken);
  let taken = come;
  if (come.length > left) {
    const lot = decisionKey(state.key, placesLot, t);
    taken = come
      .map((one) => ({ one, draw: schoolUniform(lot, state.words[one.s]!, 0) }))
      .sort((a, b) => a.draw - b.draw || a.one.s - b.one.s)
      .slice(0, left)
      .map(({ one }) => one);
  }
  for (const { s, mandated } of taken) {
    school.member[s] = 1;
    school.mandated[s] = mandated;
    school.joined[s] = 1;
  }
  state.placesTaken += taken.length;
}
