import type { District } from "../district/district.ts";
import { profile } from "../district/profile.ts";
import type { Scenario } from "./scenario.ts";

/** Lists the districts of a scenario, embedded ones written out. */
export function districtsOf({ district }: Pick<Scenario, "district">): District[] {
  const given = Array.isArray(district) ? district : [district];
  return given.map((one: string | District) => (typeof one === "string" ? profile(one) : one));
}
