import { countFromOne } from "../district/check-population.ts";
import type { TeacherRow, TieRow } from "../district/district.ts";
import type { Issue } from "../issue.ts";

/** Lines named in a message. */
const NAMED = 10;

/** Holds a tie, with the schools of its ends where its table says them. */
export interface WrittenTie extends TieRow {
  readonly fromSchool?: string;
  readonly toSchool?: string;
}

/**
 * Warns of ties that most likely belong to other teachers than they name: numbered from 1, as R does, where teachers are
 * numbered from 0; or between other schools than those of the teachers named. `lines` are those of the ties.
 */
export function doubtTies(
  teachers: { readonly rows: readonly TeacherRow[]; readonly named: boolean },
  ties: readonly WrittenTie[],
  lines: readonly number[],
): Issue[] {
  const { rows, named } = teachers;
  const elsewhere = ties.flatMap(({ from, to, fromSchool, toSchool }, i) => {
    const differs = (said: string | undefined, teacher: number): boolean =>
      said !== undefined && rows[teacher] !== undefined && rows[teacher].school !== said;
    return differs(fromSchool, from) || differs(toSchool, to) ? [lines[i]!] : [];
  });
  if (elsewhere.length > 0) {
    const which = elsewhere.slice(0, NAMED).join(", ") + (elsewhere.length > NAMED ? ", …" : "");
    const message = `${elsewhere.length} of ${ties.length} ties say other schools than teachers.csv does (lines ${which}): do they name the teachers that are meant?`;
    return [{ code: "other-school", path: "from_school", message, line: elsewhere[0]! }];
  }
  // Where the table says the schools too and they agree, the numbers are right.
  if (named || ties.length === 0 || ties[0]!.fromSchool !== undefined) return [];
  if (!countFromOne({ teachers: rows, ties })) return [];
  const message = `no tie names teacher 0, and all numbers fit 1 to ${rows.length}: if they count from 1, as R does, each tie belongs to the next teacher; count from 0, or give teachers.csv a column id`;
  return [{ code: "numbered-from-one", path: "from", message, allowed: `0 to ${rows.length - 1}` }];
}
