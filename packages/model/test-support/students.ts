import { count, type District, type Month, OWNING, openSchools, type School, USING } from "./state.ts";

/** Years that students stay in a school of each level. */
const yearsIn = { elementary: 6, middle: 3, high: 4, other: 6 };

/** Returns the number of teachers a student of a school has in a year. */
function teachersOf(district: District, school: School): number {
  return school.level === "elementary" ? 1 : Math.floor(district.parameter("students.teachers"));
}

function users(school: School): number {
  return count(school.posts, USING, OWNING) / school.n;
}

/** Multiplies `x` out, factor after factor. */
function power(x: number, times: number): number {
  let product = 1;
  for (let i = 0; i < times; i++) product *= x;
  return product;
}

/** Returns the share of a school's students who have a teacher that uses the practice. */
function reached(district: District, school: School): number {
  const u = users(school);
  const k = teachersOf(district, school);
  return k === 1 ? u : 1 - power(1 - u, k);
}

/** Returns the share of a school's students who have the practice in two teachers' classes, or in their only one. */
function twice(district: District, school: School): number {
  const u = users(school);
  const k = teachersOf(district, school);
  if (k === 1) return u;
  const q = power(1 - u, k - 1);
  return Math.max(0, 1 - q * (1 - u) - k * u * q);
}

/** Carries out what step 5 says of students, once teachers and posts are as they are at the new index. */
export function stepStudents(district: District, month: Month): void {
  if (!month.step.last) return;
  const open = openSchools(district);
  if (!month.summer) {
    for (const school of open) school.taughtThisYear = Math.max(school.taughtThisYear, reached(district, school));
  }
  if (!month.july) return;
  for (const school of open) {
    school.untaught = school.untaught * (1 - school.taughtThisYear);
    school.taughtThisYear = 0;
  }
  const entering = open.map((school) => enteringUntaught(school, open));
  open.forEach((school, s) => {
    const years = yearsIn[school.level];
    school.untaught = school.untaught * (1 - 1 / years) + entering[s]! / years;
  });
}

/** Returns the share of those who come to a school who have had no teacher that uses the practice. */
function enteringUntaught(school: School, open: readonly School[]): number {
  if (school.level !== "middle" && school.level !== "high") return 1;
  const elementary = open.filter(({ level }) => level === "elementary");
  const middle = open.filter(({ level }) => level === "middle");
  const from = school.level === "high" && middle.length > 0 ? middle : elementary;
  if (from.length === 0) return 1;
  let untaught = 0;
  let students = 0;
  for (const { enrolment, untaught: share } of from) {
    untaught += enrolment * share;
    students += enrolment;
  }
  return untaught / students;
}

/** Holds shares of all students of a system. */
export interface StudentsReached {
  readonly studentsEver: number;
  readonly studentsTwice: number;
}

/** Returns the shares of students reached ever, and twice in the year, over all districts. */
export function studentsReached(districts: readonly District[]): StudentsReached {
  let ever = 0;
  let two = 0;
  let students = 0;
  for (const district of districts) {
    const open = openSchools(district);
    students += sum(open, ({ enrolment }) => enrolment);
    ever += sum(open, ({ enrolment, untaught, taughtThisYear }) => enrolment * (1 - untaught * (1 - taughtThisYear)));
    two += sum(open, (school) => school.enrolment * twice(district, school));
  }
  return { studentsEver: ever / students, studentsTwice: two / students };
}

function sum(schools: readonly School[], of: (school: School) => number): number {
  let total = 0;
  for (const school of schools) total += of(school);
  return total;
}
