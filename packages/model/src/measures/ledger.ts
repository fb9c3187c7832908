import { type Category, categories, priceNumbers } from "../evidence/costs.ts";
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

/** Holds a charge as a run books it: dollars and category of its price, units, driver. */
export interface PricedCharge {
  readonly dollars: number;
  readonly category: number;
  readonly per: ChargeTable["per"];
  readonly quantity: Float64Array;
}

/** Holds what a plan is charged for in a district, and where that is booked. */
export interface Book {
  readonly charges: readonly PricedCharge[];
  readonly ledger: Ledger;
}

const categoryOf: ReadonlyMap<string, number> = new Map(
  priceNumbers.map((price) => [price.name, categories.indexOf(price.category)]),
);

/** Prices charges in a world, once a run. */
export function priceCharges(charges: readonly ChargeTable[], world: World): PricedCharge[] {
  return charges.map(({ price, per, quantity }) => ({
    dollars: world[price]!,
    category: categoryOf.get(price)!,
    per,
    quantity,
  }));
}

/** Counts the units of a driver this month, in all and by tier; `ofSchools` where they belong to schools. */
interface Units {
  total: number;
  readonly byTier: Float64Array;
  ofSchools: boolean;
}

/** Counts the units of every driver. */
export type MonthUnits = Readonly<Record<ChargeTable["per"], Units>>;

/** Opens counts, which each month takes anew. */
export function openUnits(): MonthUnits {
  const units = (ofSchools: boolean): Units => ({ total: 0, byTier: new Float64Array(3), ofSchools });
  return {
    district: units(false),
    districtTeacher: units(false),
    memberTeacher: units(true),
    memberSchool: units(true),
    coach: units(true),
    preparedHire: units(false),
    newSchool: units(false),
  };
}

/** Counts what this month's charges grow with: members and coaches as they are before July. */
export function countUnits(units: MonthUnits, state: DistrictState, tiers: Uint8Array): void {
  const { open, member, teachers, weight } = state.school;
  const { coaches } = state.office;
  const memberTeachers = units.memberTeacher.byTier.fill(0);
  const memberSchools = units.memberSchool.byTier.fill(0);
  const shares = units.coach.byTier.fill(0);
  let openTeachers = 0;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    openTeachers += teachers[s]!;
    if (member[s] === 0) continue;
    const tier = tiers[s]!;
    memberTeachers[tier] = memberTeachers[tier]! + teachers[s]!;
    memberSchools[tier] = memberSchools[tier]! + 1;
    shares[tier] = shares[tier]! + weight[s]!;
  }
  const weights = sumOf(shares);
  for (let tier = 0; tier < 3; tier++) shares[tier] = (coaches * shares[tier]!) / weights;
  units.district.total = 1 + openTeachers / 2000;
  units.districtTeacher.total = openTeachers;
  units.memberTeacher.total = sumOf(memberTeachers);
  units.memberSchool.total = sumOf(memberSchools);
  units.coach.total = coaches;
  units.coach.ofSchools = weights > 0;
}

/** Adds up three tiers. */
function sumOf(byTier: Float64Array): number {
  return byTier[0]! + byTier[1]! + byTier[2]!;
}

/** Books a month: each charge's price times its quantity times the units of its driver. */
export function bookMonth({ charges, ledger }: Book, units: MonthUnits, state: DistrictState, t: number): void {
  const { dollars, monthly } = ledger;
  units.preparedHire.total = state.preparedHires;
  units.newSchool.total = state.openedSchools;
  let spent = 0;
  for (const charge of charges) {
    const { total, byTier, ofSchools } = units[charge.per];
    const rate = charge.dollars * charge.quantity[t]!;
    spent += rate * total;
    const row = charge.category * 4;
    if (ofSchools) {
      for (let tier = 0; tier < 3; tier++) dollars[row + tier] = dollars[row + tier]! + rate * byTier[tier]!;
    } else dollars[row + OFFICE] = dollars[row + OFFICE]! + rate * total;
  }
  state.spent = spent;
  monthly[t] = monthly[t]! + spent;
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
