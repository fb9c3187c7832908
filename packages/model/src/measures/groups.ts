import type { School } from "../district/district.ts";
import type { DistrictState } from "../state/district-state.ts";

/** Names the poverty thirds of a district's teachers. */
export const tierNames = ["low poverty", "middle poverty", "high poverty"] as const;

/** Names the absolute bands of school poverty. */
export const bandNames = ["under 35% low-income", "35–75% low-income", "75% or more low-income"] as const;

/**
 * Sorts schools into thirds of the district's teachers by poverty: 0 low, 1 middle, 2 high. A school belongs where the
 * middle of its teachers falls. Schools founded later (from `ordinary` on) count as middle.
 */
export function tiersOf(schools: readonly School[], ordinary: number): Uint8Array {
  const order = Array.from({ length: ordinary }, (_, s) => s).sort(
    (a, b) => schools[a]!.lowIncomeShare - schools[b]!.lowIncomeShare || a - b,
  );
  const total = order.reduce((sum, s) => sum + schools[s]!.teachers, 0);
  const tiers = new Uint8Array(schools.length).fill(1);
  let before = 0;
  for (const s of order) {
    const n = schools[s]!.teachers;
    tiers[s] = Math.min(2, Math.floor((3 * (before + n / 2)) / total));
    before += n;
  }
  return tiers;
}

/** Returns the band of a school: 0 under 35% low-income, 1 to 75%, 2 from 75%. */
export function bandOf(school: School): number {
  return school.lowIncomeShare < 0.35 ? 0 : school.lowIncomeShare < 0.75 ? 1 : 2;
}

/** Holds which groups a district's schools belong to. */
export interface Grouping {
  readonly tiers: Uint8Array;
  readonly bands: Uint8Array;
  /** Whether the district has the three schools that a gap between tiers needs. */
  readonly comparable: boolean;
}

/** Sorts a district's schools into groups. */
export function groupSchools({ district, schools }: Pick<DistrictState, "district" | "schools">): Grouping {
  const ordinary = district.schools.length;
  return {
    tiers: tiersOf(schools, ordinary),
    bands: Uint8Array.from(schools, bandOf),
    comparable: ordinary >= 3,
  };
}
