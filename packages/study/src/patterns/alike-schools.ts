import type { District } from "@uptake/model";

/** Makes a district of schools that are alike but for luck: elementary, half of the students low-income. */
export function alikeSchools(id: string, schools: number, teachers: number): District {
  return {
    id,
    name: `${schools} schools alike`,
    source: "Made up, so that schools differ by nothing but their luck",
    schools: Array.from({ length: schools }, (_, s) => ({
      id: `${id}-${s}`,
      name: `School ${s + 1}`,
      level: "elementary",
      enrolment: 15 * teachers,
      teachers,
      lowIncomeShare: 0.5,
    })),
  };
}
