import type { DistrictTotals } from "./synthesise.ts";

/**
 * Describes a small rural district, with the totals of Cayuga ISD, Texas, 2021-22: 3 campuses (246, 159 and 169
 * students), 234 of 574 students economically disadvantaged, 47 teachers (Texas Education Agency).
 */
export const smallRural: DistrictTotals = {
  id: "small-rural",
  name: "Small rural district (synthetic schools)",
  source:
    "Made up from the totals of Cayuga ISD, Texas, 2021-22: 3 campuses, 574 students, 234 economically disadvantaged, " +
    "47 teachers (Texas Education Agency)",
  levels: [
    { level: "elementary", schools: 1, students: 246, sizeSpread: 0 },
    { level: "middle", schools: 1, students: 159, sizeSpread: 0 },
    { level: "high", schools: 1, students: 169, sizeSpread: 0 },
  ],
  teachers: 47,
  lowIncomeShare: 234 / 574,
  lowIncomeSd: 0.049,
};
