import type { District } from "@uptake/model";

/** Makes a district of schools of `teachers` each, whose shares of low-income students go round the list `poverty`. */
export function schoolsOf(schools: number, teachers: number, poverty: readonly number[]): District {
  return {
    id: "pattern",
    name: "Schools of a pattern",
    source: "Made up to measure a pattern",
    schools: Array.from({ length: schools }, (_, s) => ({
      id: `school-${s}`,
      name: `School ${s}`,
      level: "elementary",
      enrolment: 15 * teachers,
      teachers,
      lowIncomeShare: poverty[s % poverty.length]!,
    })),
  };
}
