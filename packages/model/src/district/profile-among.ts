import { InputError } from "../issue.ts";
import { nearest } from "../nearest.ts";
import type { District } from "./district.ts";
import { type DistrictTotals, synthesise } from "./profiles/synthesise.ts";

/** Remembers the districts made so far, frozen, as all who ask share them. */
const made = new Map<DistrictTotals, District>();

function frozen(district: District): District {
  for (const school of district.schools) Object.freeze(school);
  Object.freeze(district.schools);
  return Object.freeze(district);
}

/** Returns the district called `name` among those of some totals. @throws InputError when none is called so. */
export function profileAmong(name: string, profiles: readonly DistrictTotals[]): District {
  const totals = profiles.find((candidate) => candidate.id === name);
  if (totals !== undefined) {
    const district = made.get(totals) ?? frozen(synthesise(totals));
    made.set(totals, district);
    return district;
  }
  const names = profiles.map(({ id }) => id);
  const close = nearest(name, names);
  const issue = {
    code: "unknown-profile",
    path: "district",
    message: `there is no embedded district "${name.slice(0, 100)}"`,
    value: name,
    allowed: names.join(", "),
    ...(close === undefined ? {} : { nearest: close }),
  };
  throw new InputError([issue]);
}
