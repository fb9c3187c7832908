import type { District } from "../district/district.ts";
import { profiles } from "../district/profile.ts";
import { profileAmong } from "../district/profile-among.ts";
import type { DistrictTotals } from "../district/profiles/synthesise.ts";
import type { Scenario } from "./scenario.ts";

/** Lists the districts of a scenario, embedded ones written out. */
export function districtsOf(scenario: Pick<Scenario, "district">): District[] {
  return districtsAmong(scenario, profiles);
}

/** Lists the districts of a scenario as {@link districtsOf} does, names being those of some totals. */
export function districtsAmong({ district }: Pick<Scenario, "district">, among: readonly DistrictTotals[]): District[] {
  const given = Array.isArray(district) ? district : [district];
  return given.map((one: string | District) => (typeof one === "string" ? profileAmong(one, among) : one));
}
