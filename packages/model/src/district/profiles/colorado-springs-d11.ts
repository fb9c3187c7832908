import type { DistrictTotals } from "./synthesise.ts";

/**
 * Describes the default district: a Deeper Learning + Diffusion district of 55 schools, almost 26,000 students, 57% from
 * low-income families (Colorado Education Initiative 2020). Levels are shared out, and spreads taken, from the 59 Texas
 * districts of 30–99 campuses in 2021-22: elementary 61% of schools and 46% of students, middle 20% and 23%, high 17%
 * and 31%; enrolment-weighted sd of the low-income share, median .163. Teachers at the district's own 15.6 students a
 * teacher (22,740 students, 1,457.77 full-time teachers, NCES 2023-24).
 */
export const coloradoSpringsD11: DistrictTotals = {
  id: "colorado-springs-d11",
  name: "Colorado Springs District 11 (synthetic schools)",
  source:
    "Made up from published totals: 55 schools, almost 26,000 students (25,900), 57% low-income (Colorado Education Initiative 2020); " +
    "1,660 teachers at the district's 2023-24 ratio (NCES); split and spread of Texas districts of 30–99 campuses, 2021-22",
  levels: [
    { level: "elementary", schools: 34, students: 11_840, sizeSpread: 0.25 },
    { level: "middle", schools: 11, students: 5_880, sizeSpread: 0.23 },
    { level: "high", schools: 9, students: 8_000, sizeSpread: 0.68 },
    { level: "other", schools: 1, students: 180, sizeSpread: 0 },
  ],
  teachers: 1_660,
  lowIncomeShare: 0.57,
  lowIncomeSd: 0.163,
};
