import { type Issue, IssueLog } from "../issue.ts";
import { nearestAmong } from "../nearest.ts";
import type { District, PopulationTable, TeacherRow } from "./district.ts";
import { stages } from "./stage.ts";

/**
 * Most ties of a teacher. Of 284 staff of ten schools nobody asks more than 14; where a tie counts both ways, as in
 * questions of whom one works with, they have up to 32 colleagues, and women of 25 Korean villages up to 35 (data of the R
 * packages HLSM and netdiffuseR). More leaves room for those who name most of a list; it bounds what is read.
 */
const MOST_TIES = 100;

/** Lists the lowest and highest value of each of a teacher's numbers, and whether it is whole. */
const ranges = [
  ["team", 0, 65_535, true],
  ["experience", 0, 60, true],
  ["disposition", -3.47, 3.47, false],
  ["threshold", 0, 1, false],
] as const;

/**
 * Lists everything wrong with a supplied population: rows out of order, unknown schools and stages, numbers of teachers
 * that differ from the roster's, values out of range, ties to self, to nobody, repeated, or more than 100 a teacher. The
 * first hundred are listed, and the rest counted.
 */
export function checkPopulation(table: PopulationTable, district: District): Issue[] {
  const log = new IssueLog();
  const counts = new Map(district.schools.map((school) => [school.id, 0]));
  const nearSchool = nearestAmong([...counts.keys()]);
  checkPeople(table, log);
  table.teachers.forEach(({ school }, i) => {
    const count = counts.get(school);
    if (count === undefined) log.add(unknownName("school", `teachers[${i}].school`, String(school), nearSchool));
    else counts.set(school, count + 1);
  });
  for (const school of district.schools) {
    const count = counts.get(school.id)!;
    if (count === school.teachers) continue;
    const message = `school "${school.id}" has ${count} teachers in the population and ${school.teachers} in the roster`;
    log.add({ code: "teacher-count", path: "teachers", message, value: count, allowed: String(school.teachers) });
  }
  return log.list();
}

/** Adds what is wrong with a supplied population whatever the district is: all that {@link checkPopulation} lists but schools. */
export function checkPeople(table: PopulationTable, log: IssueLog): void {
  const nearStage = nearestAmong(stages);
  table.teachers.forEach((row, i) => {
    const path = `teachers[${i}]`;
    if (row.teacher !== i) {
      const message = "teachers are numbered from 0 in the order of the rows";
      log.add({ code: "out-of-order", path: `${path}.teacher`, message, value: row.teacher, allowed: String(i) });
    }
    if (!stages.includes(row.stage)) {
      const issue = unknownName("stage", `${path}.stage`, String(row.stage), nearStage);
      log.add({ ...issue, allowed: stages.join(", ") });
    }
    log.addAll(checkNumbers(row, path));
  });
  checkTies(table, log);
}

function checkNumbers(row: TeacherRow, path: string): Issue[] {
  return ranges
    .filter(
      ([field, low, high, whole]) =>
        !(row[field] >= low && row[field] <= high && (!whole || Number.isInteger(row[field]))),
    )
    .map(([field, low, high, whole]) => ({
      code: "out-of-range",
      path: `${path}.${field}`,
      message: `${field} is ${row[field]}`,
      value: row[field],
      allowed: `${whole ? "a whole number, " : ""}${low} to ${high}`,
    }));
}

function checkTies(table: PopulationTable, log: IssueLog): void {
  const teachers = table.teachers.length;
  const exists = (teacher: number): boolean => Number.isInteger(teacher) && teacher >= 0 && teacher < teachers;
  const who = (teacher: number): string => {
    const id = table.teachers[teacher]!.id;
    return id === undefined ? String(teacher) : `“${id.slice(0, 40)}”`;
  };
  const counted = countFromOne(table) ? "; these ties seem to count them from 1" : "";
  const asked = new Map<number, Set<number>>();
  table.ties.forEach(({ from, to }, i) => {
    const path = `ties[${i}]`;
    const fault = (code: string, message: string): unknown => log.add({ code, path, message, value: { from, to } });
    if (!exists(from) || !exists(to)) {
      fault("unknown-teacher", `a tie from ${from} to ${to}: teachers are 0 to ${teachers - 1}${counted}`);
      return;
    }
    if (from === to) fault("self-tie", `teacher ${who(from)} asks themselves`);
    const targets = asked.get(from) ?? new Set();
    asked.set(from, targets);
    if (targets.has(to)) fault("repeated-tie", `teacher ${who(from)} asks ${who(to)} more than once`);
    targets.add(to);
    if (targets.size === MOST_TIES + 1) fault("too-many-ties", `teacher ${who(from)} has more than ${MOST_TIES} ties`);
  });
}

/** Says whether no tie names teacher 0, and all numbers fit 1 … N: ties that count teachers from 1 are such. */
export function countFromOne({ teachers, ties }: PopulationTable): boolean {
  return ties.every(({ from, to }) => Math.min(from, to) >= 1 && Math.max(from, to) <= teachers.length);
}

function unknownName(kind: string, path: string, name: string, near: (name: string) => string | undefined): Issue {
  const close = near(name);
  return {
    code: `unknown-${kind}`,
    path,
    message: `there is no ${kind} "${name.slice(0, 100)}"`,
    value: name,
    ...(close === undefined ? {} : { nearest: close }),
  };
}
