import type { DistrictTotals } from "./synthesise.ts";

/**
 * Describes a district of the US average size: 7.5 schools, so 8, of 32 teachers each (3,172,098 teachers in 99,388
 * schools, Digest of Education Statistics 2023, table 216.30), at 15.07 students a teacher (NCES 2023-24). Levels and the
 * sd of the low-income share (.060) are those of the 203 Texas districts of 5–9 campuses, 2021-22. The share, one half,
 * is the rounded mean of the rosters of Massachusetts (30%), California (58%) and Texas (61%).
 */
export const usAverage: DistrictTotals = {
  id: "us-average",
  name: "Average US district (synthetic schools)",
  source:
    "Made up from US averages: 8 schools of 32 teachers (Digest of Education Statistics 2023), 15.07 students a teacher " +
    "(NCES 2023-24); levels and spread of Texas districts of 5–9 campuses; half the students low-income, between the three state rosters",
  levels: [
    { level: "elementary", schools: 4, students: 1_840, sizeSpread: 0.22 },
    { level: "middle", schools: 2, students: 885, sizeSpread: 0.2 },
    { level: "high", schools: 2, students: 1_133, sizeSpread: 0.31 },
  ],
  teachers: 256,
  lowIncomeShare: 0.5,
  lowIncomeSd: 0.06,
};
