import type { DistrictTotals } from "./synthesise.ts";

/**
 * Describes a district of the size of a Deeper Learning + Diffusion partnership: 29,284 students, in two districts (V13),
 * here in one. Teachers at the ratios of the two, 11.6 students a teacher for the 11,980 of the first and 14.0, its
 * state's, for the rest (NCES 2023-24). School size (779 students, so 38 schools), levels, their spreads and the sd of the
 * low-income share are those of the 59 Texas districts of 30–99 campuses, 2021-22; the share, one half, is the rounded
 * mean of the rosters of Massachusetts (30%), California (58%) and Texas (61%).
 */
export const partnershipDistrict: DistrictTotals = {
  id: "partnership-district",
  name: "District of a partnership's size (synthetic schools)",
  source:
    "Made up from published totals: 29,284 students of a partnership's two districts (V13); 2,271 teachers at their ratios (NCES 2023-24); " +
    "size, levels and spread of schools of Texas districts of 30–99 campuses, 2021-22; half the students low-income, between the three state rosters",
  levels: [
    { level: "elementary", schools: 23, students: 13_382, sizeSpread: 0.25 },
    { level: "middle", schools: 8, students: 6_654, sizeSpread: 0.23 },
    { level: "high", schools: 6, students: 9_048, sizeSpread: 0.68 },
    { level: "other", schools: 1, students: 200, sizeSpread: 0 },
  ],
  teachers: 2_271,
  lowIncomeShare: 0.5,
  lowIncomeSd: 0.163,
};
