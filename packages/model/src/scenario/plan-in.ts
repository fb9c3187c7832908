import type { District } from "../district/district.ts";
import { foundedSchools } from "./founded-schools.ts";
import type { DistrictPlan, Plan } from "./plan.ts";

/**
 * Returns the plan of one district as it would be prepared for another one: the same levers and shocks, and as many
 * schools founded. What the scenario says of its schools itself holds there too. The shocks are those of the plan's
 * district, so a plan some of whose shocks hit single districts cannot be moved.
 */
export function planIn(plan: Plan, district: District): Plan {
  const { scenario, districts, readings } = plan;
  const [first] = districts as readonly [DistrictPlan, ...DistrictPlan[]];
  const { own } = scenario;
  const there = own === null ? district : { ...district, own: { ...district.own, ...own } };
  const founded = foundedSchools(there, first.founded.length, first.founded[0]?.teachers ?? 0);
  return {
    ...plan,
    scenario: { ...scenario, district },
    districts: [{ ...first, district: there, founded }],
    ...(readings ? { readings: readings.map((one) => planIn(one, district)) } : {}),
  };
}
