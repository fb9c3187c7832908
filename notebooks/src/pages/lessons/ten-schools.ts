import type { District } from "@uptake/model";

const poverty = [0.1, 0.2, 0.3, 0.4, 0.5, 0.55, 0.65, 0.75, 0.85, 0.9];

/** Holds the district that lessons are tried in: ten schools of 25 teachers, from 10 to 90% low-income, as in the lesson cards. */
export const tenSchools: District = {
  id: "ten-schools",
  name: "Ten schools",
  source: "Made up to try lessons in",
  schools: poverty.map((lowIncomeShare, s) => ({
    id: `school-${s}`,
    name: `School ${s}`,
    level: s < 6 ? "elementary" : s < 8 ? "middle" : "high",
    enrolment: 375,
    teachers: 25,
    lowIncomeShare,
  })),
};
