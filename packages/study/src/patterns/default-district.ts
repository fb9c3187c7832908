import type { World } from "@uptake/model";
import { dropHazard, membershipYears, type Programme } from "./membership-years.ts";
import type { PatternStatistic } from "./pattern.ts";
import { reformOff, withoutProgramme } from "./reform-off.ts";
import { stableProgramme, steadyProgramme } from "./stable-programme.ts";
import { complexReform, lightProgramme, survivalOfMembership } from "./survival-of-membership.ts";

const district = "colorado-springs-d11";
const replicates = 6;

const inside = ({ bounds }: PatternStatistic, value: number): boolean =>
  bounds === undefined || (value >= bounds[0] && value <= bounds[1]);

/** Measures the mean drop hazard of a programme over runs of the default district. */
async function dropsOf(world: World, programme: Programme, seed: string): Promise<number> {
  let sum = 0;
  for (let r = 0; r < replicates; r++)
    sum += dropHazard(await membershipYears(world, programme, `${seed} ${r}`, 5, district));
  return sum / replicates;
}

/**
 * Tells whether the default district too, in a world, shows P1 (its state and its size included), P6 and P13. Asked of
 * the fixed world alone, which stands for the kept ones where runs share a world.
 */
export async function showsInDefaultDistrict(world: World, seed: string): Promise<boolean> {
  const usual = await withoutProgramme(world, seed, { district, replicates, values: { "exit.districtSd": 0 } });
  const { complex, light } = survivalOfMembership.statistics as Record<"complex" | "light", PatternStatistic>;
  return (
    Object.entries(usual).every(([name, value]) => inside(reformOff.statistics[name] as PatternStatistic, value)) &&
    inside(complex, await dropsOf(world, complexReform, seed)) &&
    inside(light, await dropsOf(world, lightProgramme, seed)) &&
    inside(stableProgramme.statistics.drop as PatternStatistic, await dropsOf(world, steadyProgramme, seed))
  );
}
