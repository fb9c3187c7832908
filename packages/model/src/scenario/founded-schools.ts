import type { District, School } from "../district/district.ts";

/** Names the schools a lever founds; they serve the district's own mix of students. */
export function foundedSchools(district: District, count: number, size: number): School[] {
  const teachers = district.schools.reduce((sum, s) => sum + s.teachers, 0);
  const poverty = district.schools.reduce((sum, s) => sum + s.lowIncomeShare * s.teachers, 0) / teachers;
  const taken = new Set(district.schools.map((s) => s.id));
  return Array.from({ length: count }, (_, i) => {
    let id = `new-${i + 1}`;
    while (taken.has(id)) id = `${id}'`;
    return {
      id,
      name: `New school ${i + 1}`,
      level: "high",
      enrolment: size * 15,
      teachers: size,
      lowIncomeShare: poverty,
    };
  });
}
