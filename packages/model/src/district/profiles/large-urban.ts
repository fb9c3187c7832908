import type { DistrictTotals } from "./synthesise.ts";

/**
 * Describes a large urban district: Denver's students and teachers (88,258 and 5,955, NCES 2023-24) in schools like those
 * of the seven Texas districts of 100 or more campuses in 2021-22, whose figures stand in for Denver's unread ones: 624
 * students a campus (so 141 schools), elementary 64% of schools and 51% of students, middle 16% and 18%, high 14% and
 * 25%, other 6% and 6%; 74.7% economically disadvantaged, enrolment-weighted sd between schools .171.
 */
export const largeUrban: DistrictTotals = {
  id: "large-urban",
  name: "Large urban district (synthetic schools)",
  source:
    "Made up from Denver's totals, 88,258 students and 5,955 teachers (NCES 2023-24), and from the school size, levels and " +
    "poverty (74.7%) of the seven Texas districts of 100 or more campuses, 2021-22; not Denver's own schools",
  levels: [
    { level: "elementary", schools: 90, students: 45_100, sizeSpread: 0.38 },
    { level: "middle", schools: 23, students: 15_710, sizeSpread: 0.4 },
    { level: "high", schools: 20, students: 22_241, sizeSpread: 0.78 },
    { level: "other", schools: 8, students: 5_207, sizeSpread: 0.5 },
  ],
  teachers: 5_955,
  lowIncomeShare: 0.747,
  lowIncomeSd: 0.171,
};
