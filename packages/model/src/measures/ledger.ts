import { type Category, categories, prices } from "../evidence/costs.ts";
import type { World } from "../evidence/parameter.ts";
import type { ChargeTable } from "../scenario/plan.ts";
import type { DistrictState } from "../state/district-state.ts";
import { tierNames } from "./groups.ts";
import type { Cost } from "./measures.ts";

/** Columns of the ledger: the three tiers, and what belongs to no school. */
const OFFICE = 3;

/** Holds the ledger while a run is under way: dollars by category and tier, and by month. */
export interface Ledger {
  readonly dollars: Float64Array;
  readonly monthly: Float64Array;
}

/** Opens an empty ledger. */
export function openLedger(horizon: number): Ledger {
  return { dollars: new Float64Array(categories.length * 4), monthly: new Float64Array(horizon) };
}

const categoryOf: ReadonlyMap<string, number> = new Map(
  prices.map((price) => [price.name, categories.indexOf(price.category)]),
);

/** Counts the units of a driver this month, in all and by tier where it belongs to schools. */
interface Units {
  total: number;
  readonly byTier: readonly [number, number, number] | undefined;
}

/** Counts the units of every driver. */
export type MonthUnits = Readonly<Record<ChargeTable["per"], Units>>;

/** Counts what this month's charges grow with: members and coaches as they are before July. */
export function countUnits(state: DistrictState, tiers: Uint8Array): MonthUnits {
  const { school, office } = state;
  const teachers: [number, number, number] = [0, 0, 0];
  const schools: [number, number, number] = [0, 0, 0];
  const weights: [number, number, number] = [0, 0, 0];
  let openTeachers = 0;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    openTeachers += school.teachers[s]!;
    if (school.member[s] === 0) continue;
    const tier = tiers[s] as 0 | 1 | 2;
    teachers[tier] += school.teachers[s]!;
    schools[tier]++;
    weights[tier] += school.weight[s]!;
  }
  const weight = weights[0] + weights[1] + weights[2];
  const coaches = (tier: 0 | 1 | 2): number => (office.coaches * weights[tier]) / weight;
  return {
    district: { total: 1 + openTeachers / 2000, byTier: undefined },
    districtTeacher: { total: openTeachers, byTier: undefined },
    memberTeacher: { total: teachers[0] + teachers[1] + teachers[2], byTier: teachers },
    memberSchool: { total: schools[0] + schools[1] + schools[2], byTier: schools },
    coach: { total: office.coaches, byTier: weight > 0 ? [coaches(0), coaches(1), coaches(2)] : undefined },
    preparedHire: { total: 0, byTier: undefined },
    newSchool: { total: 0, byTier: undefined },
  };
}

/** Books a month: each charge's price times its quantity times the units of its driver. */
export function bookMonth(
  ledger: Ledger,
  charges: readonly ChargeTable[],
  units: MonthUnits,
  state: DistrictState,
  world: World,
  t: number,
): void {
  units.preparedHire.total = state.preparedHires;
  units.newSchool.total = state.openedSchools;
  state.spent = 0;
  for (const { price, per, quantity } of charges) {
    const { total, byTier } = units[per];
    const rate = world[price]! * quantity[t]!;
    const dollars = rate * total;
    state.spent += dollars;
    const row = categoryOf.get(price)! * 4;
    if (byTier) {
      for (let tier = 0; tier < 3; tier++) {
        ledger.dollars[row + tier] = ledger.dollars[row + tier]! + rate * byTier[tier]!;
      }
    } else ledger.dollars[row + OFFICE] = ledger.dollars[row + OFFICE]! + dollars;
  }
  ledger.monthly[t] = ledger.monthly[t]! + state.spent;
}

/** Sums the ledger up. */
export function costOf(ledger: Ledger): Cost {
  const byCategory = {} as Record<Category, number>;
  const byTier: Record<string, number> = {};
  let total = 0;
  categories.forEach((category, row) => {
    let sum = 0;
    for (let column = 0; column < 4; column++) {
      const dollars = ledger.dollars[row * 4 + column]!;
      const tier = tierNames[column] ?? "office";
      sum += dollars;
      byTier[tier] = (byTier[tier] ?? 0) + dollars;
    }
    byCategory[category] = sum;
    total += sum;
  });
  return { total, byCategory, byTier, monthly: ledger.monthly };
}
