import { type District, InputError, nearest, type Plan, type School } from "@uptake/model";

/** Says where a teacher's post is: district and school by their places in the plan, and the slot in the district. */
export interface Post {
  /** Place of the district in the plan, from 0. */
  readonly district: number;
  /** Place of the school in the district, from 0. */
  readonly school: number;
  /** Place of the teacher in the district, from 0. */
  readonly slot: number;
}

const teachersOf = ({ schools }: District): number => schools.reduce((sum, { teachers }) => sum + teachers, 0);

/** Counts the teachers of a plan's districts at the start. */
function countTeachers(plan: Plan): number {
  return plan.districts.reduce((sum, { district }) => sum + teachersOf(district), 0);
}

/** Returns each slot's number in a supplied population, whose rows need not be in the order of the schools. */
function rowOfSlot({ schools, population }: District): number[] | undefined {
  if (!population) return undefined;
  return schools.flatMap(({ id }) => population.teachers.flatMap(({ school }, row) => (school === id ? [row] : [])));
}

/** Counts the teachers of the districts before district `d`. */
function teachersBefore({ districts }: Plan, d: number): number {
  return districts.slice(0, d).reduce((sum, { district }) => sum + teachersOf(district), 0);
}

/** Numbers the teacher in a slot of district `d`: as `uptake population` does, on from one district to the next. */
export function teacherAt(plan: Plan, d: number, slot: number): number {
  const { district } = plan.districts[d] as Plan["districts"][number];
  return teachersBefore(plan, d) + (rowOfSlot(district)?.[slot] ?? slot);
}

/** Numbers the teachers of district `d` by slot, as {@link teacherAt} does; −1 in slots of schools that are founded. */
export function numbersOfSlots(plan: Plan, d: number, slots: number): Int32Array {
  const { district } = plan.districts[d] as Plan["districts"][number];
  const before = teachersBefore(plan, d);
  const rows = rowOfSlot(district);
  const here = teachersOf(district);
  return Int32Array.from({ length: slots }, (_, slot) => (slot < here ? before + (rows?.[slot] ?? slot) : -1));
}

/**
 * Finds the post of a teacher by number: 0 … N − 1 in the order of `teachers.csv`, on from one district to the next.
 *
 * @throws InputError with the range when there is no such teacher.
 */
export function findTeacher(plan: Plan, teacher: number): Post {
  const most = countTeachers(plan) - 1;
  if (!(Number.isInteger(teacher) && teacher >= 0 && teacher <= most)) {
    const message = `there is no teacher ${teacher}`;
    throw new InputError([
      { code: "out-of-range", path: "teacher", message, value: teacher, allowed: `a whole number, 0 to ${most}` },
    ]);
  }
  let left = teacher;
  let d = 0;
  for (;;) {
    const { district } = plan.districts[d] as Plan["districts"][number];
    const here = teachersOf(district);
    if (left < here) {
      const slot = rowOfSlot(district)?.indexOf(left) ?? left;
      let school = 0;
      let end = 0;
      for (const { teachers } of district.schools) {
        end += teachers;
        if (slot < end) break;
        school++;
      }
      return { district: d, school, slot };
    }
    left -= here;
    d++;
  }
}

/**
 * Finds a school by id, or by name where that is one school's only; founded schools too.
 *
 * @throws InputError with the nearest id or name when there is no such school, and when there are several.
 */
export function findSchool(plan: Plan, asked: string): Omit<Post, "slot"> {
  const all = plan.districts.flatMap(({ district, founded }, d) =>
    [...district.schools, ...founded].map((school: School, s) => ({ ...school, place: { district: d, school: s } })),
  );
  const lower = asked.toLowerCase();
  const byId = all.filter(({ id }) => id === asked);
  const found = byId.length > 0 ? byId : all.filter(({ name }) => name.toLowerCase() === lower);
  if (found[0] && found.length === 1) return found[0].place;
  if (found.length > 1) {
    const message = `${found.length} schools are called “${asked}”`;
    const allowed = found.map(({ id }) => id).join(", ");
    throw new InputError([{ code: "ambiguous-school", path: "school", message, value: asked, allowed }]);
  }
  const near = nearest(
    asked,
    all.flatMap(({ id, name }) => [id, name]),
  );
  const [first, second] = all;
  const message = `no school is called “${asked}”`;
  const allowed = `${all.length} schools by id or name, as in ${[first, second].flatMap((one) => (one ? [one.id] : [])).join(", ")}`;
  throw new InputError([
    { code: "unknown-school", path: "school", message, value: asked, allowed, ...(near ? { nearest: near } : {}) },
  ]);
}
