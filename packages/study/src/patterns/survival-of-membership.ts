import { dropHazard, membershipYears, type Programme } from "./membership-years.ts";
import type { WorldPattern } from "./pattern.ts";

/**
 * A complex reform whose designers leave after the first year: complexity in the upper part of its prior (.5–.9), no more
 * support afterwards than a school has anyway. So the schools of Datnow's reports were left.
 */
export const complexReform: Programme = { complexity: 0.8, teachersPerCoach: 20, steady: false };

/**
 * A light, supported programme: far below the complexity of deep practice, which changes lessons, since school-wide
 * behaviour support changes routines around them; a coach for every 20 teachers throughout.
 */
export const lightProgramme: Programme = { complexity: 0.3, teachersPerCoach: 20, steady: true };

/** States P6: one rule of membership loses complex reforms fast and light, supported programmes hardly, each evenly. */
export const survivalOfMembership: WorldPattern = {
  id: "P6",
  doc: "One rule gives flat annual drop hazards of .12–.19 for a complex reform and .01–.03 for a light, supported one, changing only complexity and support",
  source: "V6 (Datnow 2002, 2005: 7 of 13 schools after 3 years, 4 after 6) and V7 (SWPBIS: 93% of 915 after 5 years)",
  statistics: {
    complex: { doc: "Annual drop hazard of a complex reform, five years", unit: "per year", bounds: [0.12, 0.19] },
    light: { doc: "Annual drop hazard of a light, supported programme", unit: "per year", bounds: [0.01, 0.03] },
    flatness: {
      doc: "Drop hazard of the complex reform in years 4 and 5 over that in years 1 and 2; the bounds are about three standard errors of one world's runs",
      unit: "ratio",
      bounds: [0.5, 2],
    },
  },
  async measure(world, seed) {
    const complex = await membershipYears(world, complexReform, seed);
    const light = await membershipYears(world, lightProgramme, seed);
    return {
      complex: dropHazard(complex),
      light: dropHazard(light),
      flatness: dropHazard(complex, 3, 5) / dropHazard(complex, 0, 2),
    };
  },
};
