import type { DistrictTotals } from "./synthesise.ts";

/**
 * Describes Napa Valley Unified, 2016-17: 33 schools, 18,224 students, 8,881 eligible for free or reduced-price meals
 * (48.7%), by level as in the California Department of Education file, from which the spreads are computed; 768 teachers
 * at its 2023-24 ratio (NCES).
 */
export const napaValleyUnified: DistrictTotals = {
  id: "napa-valley-unified",
  name: "Napa Valley Unified (synthetic schools)",
  source:
    "Made up from published totals: 33 schools, 18,224 students, 8,881 eligible for free or reduced-price meals " +
    "(California Department of Education, 2016-17); 768 teachers at the district's 2023-24 ratio (NCES)",
  levels: [
    { level: "elementary", schools: 20, students: 8_242, sizeSpread: 0.36 },
    { level: "middle", schools: 5, students: 4_011, sizeSpread: 0.29 },
    { level: "high", schools: 3, students: 5_207, sizeSpread: 0.08 },
    { level: "other", schools: 5, students: 764, sizeSpread: 0.93 },
  ],
  teachers: 768,
  lowIncomeShare: 8_881 / 18_224,
  lowIncomeSd: 0.181,
};
