import { dropHazard, membershipYears, type Programme } from "./membership-years.ts";
import type { WorldPattern } from "./pattern.ts";

/** A stable programme of medium complexity, as an early college is: it goes on from year to year with ordinary coaching. */
export const steadyProgramme: Programme = { complexity: 0.5, teachersPerCoach: 30, steady: true };

/** States P13: schools leave a stable programme at 3–4% a year. */
export const stableProgramme: WorldPattern = {
  id: "P13",
  doc: "Adopting schools leave a stable programme at 3–4% a year",
  source:
    "tx-early-college-adoption: 11 of 170 campuses gone in two years, 7 of 188 in one; pooled 18 in 528 campus-years, .034 (exact .020–.053)",
  statistics: {
    drop: { doc: "Annual drop hazard of a stable programme, five years", unit: "per year", bounds: [0.02, 0.055] },
  },
  measure: async (world, seed) => ({ drop: dropHazard(await membershipYears(world, steadyProgramme, seed)) }),
};
