import type { World } from "../evidence/parameter.ts";
import { hashText, type Words } from "../numerics/random.ts";
import type { School } from "./district.ts";

/** Holds who sits where: teacher slots in schools, and teams within them. */
export interface Layout {
  /** The district's schools, then the founded ones. */
  readonly schools: readonly School[];
  /** The words of each school's id, under which its numbers are drawn. */
  readonly words: readonly Words[];
  /** Number of the district's own schools: those from there on are founded later. */
  readonly ordinary: number;
  /** First slot of each school, and the number of slots at the end; S + 1 entries. */
  readonly schoolStart: Int32Array;
  /** Team of each slot within its school, from 0; the teams of a school hold consecutive slots. */
  readonly team: Uint16Array;
}

/** Lays out slots and teams: founded schools after the others, teams of a school as equal as whole numbers allow. */
export function layOut(ordinary: readonly School[], founded: readonly School[], world: World): Layout {
  const schools = [...ordinary, ...founded];
  const schoolStart = new Int32Array(schools.length + 1);
  for (let s = 0; s < schools.length; s++) schoolStart[s + 1] = schoolStart[s]! + schools[s]!.teachers;
  const team = new Uint16Array(schoolStart[schools.length]!);
  for (let s = 0; s < schools.length; s++) {
    const size = schools[s]!.teachers;
    const typical = world[schools[s]!.level === "elementary" ? "population.teamSize" : "population.departmentSize"]!;
    const teams = Math.min(65_536, Math.max(1, Math.round(size / typical)));
    const start = schoolStart[s]!;
    for (let i = 0; i < size; i++) team[start + i] = Math.floor((i * teams) / size);
  }
  const words = schools.map(({ id }) => hashText(id));
  return { schools, words, ordinary: ordinary.length, schoolStart, team };
}
