import type { Level } from "../district.ts";

/** Grades below the first: prekindergarten and early education are –1, kindergarten is 0. */
const early: Readonly<Record<string, number>> = { ee: -1, pk: -1, "pre-k": -1, prek: -1, k: 0, kg: 0 };

/** Reads one grade, as in `09`, `KG` or `PK`: –1 to 12; `undefined` when it is none of them. */
export function gradeOf(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  if (Object.hasOwn(early, word)) return early[word];
  const grade = /^(?:grade )?0?(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  return grade !== undefined && Number(grade) >= 1 && Number(grade) <= 12 ? Number(grade) : undefined;
}

/** Reads grades written as a span or a list, as in `KG - 05` or `09,10,11,12`; empty when none is understood. */
export function gradesOf(text: string): number[] {
  return text
    .split(/\s+-\s+|(?<![a-z])-|(?<=pk|kg)-|[\s,;–]+/i)
    .map(gradeOf)
    .filter((grade) => grade !== undefined);
}

/**
 * Says which level a school of these grades is: elementary from grade 3 or below up to 8 at most, middle from 4 to 8 up
 * to 9 at most, high from 7 to 12 where the top grade is 10 or more, and from 9 in any case; `other` for the rest, as
 * K–12. These are the groups of NCES's Common Core of Data, save that a school of grades 8 to 9 counts as a middle one,
 * and a high school whose top grade is not yet 12 as one. `undefined` without grades.
 */
export function levelOfGrades(grades: readonly number[]): Level | undefined {
  if (grades.length === 0) return undefined;
  const low = Math.min(...grades);
  const high = Math.max(...grades);
  if (low >= 9 || (low >= 7 && high >= 10)) return "high";
  if (low >= 4 && high <= 9) return "middle";
  return low <= 3 && high <= 8 ? "elementary" : "other";
}
