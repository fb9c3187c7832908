import type { DistrictTotals } from "./synthesise.ts";

/**
 * Describes Porterville Unified, 2016-17: 22 schools, 14,368 students, 11,879 eligible for free or reduced-price meals
 * (82.7%), by level as in the California Department of Education file, from which the spreads are computed; 644 teachers
 * at its 2023-24 ratio (NCES).
 */
export const portervilleUnified: DistrictTotals = {
  id: "porterville-unified",
  name: "Porterville Unified (synthetic schools)",
  source:
    "Made up from published totals: 22 schools, 14,368 students, 11,879 eligible for free or reduced-price meals " +
    "(California Department of Education, 2016-17); 644 teachers at the district's 2023-24 ratio (NCES)",
  levels: [
    { level: "elementary", schools: 10, students: 5_734, sizeSpread: 0.2 },
    { level: "middle", schools: 3, students: 1_990, sizeSpread: 0.17 },
    { level: "high", schools: 6, students: 6_397, sizeSpread: 0.65 },
    { level: "other", schools: 3, students: 247, sizeSpread: 0.65 },
  ],
  teachers: 644,
  lowIncomeShare: 11_879 / 14_368,
  lowIncomeSd: 0.088,
};
