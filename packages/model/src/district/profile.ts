import { InputError } from "../issue.ts";
import { nearest } from "../nearest.ts";
import type { District } from "./district.ts";
import { coloradoSpringsD11 } from "./profiles/colorado-springs-d11.ts";
import { largeUrban } from "./profiles/large-urban.ts";
import { napaValleyUnified } from "./profiles/napa-valley-unified.ts";
import { partnershipDistrict } from "./profiles/partnership-district.ts";
import { portervilleUnified } from "./profiles/porterville-unified.ts";
import { smallRural } from "./profiles/small-rural.ts";
import { synthesise } from "./profiles/synthesise.ts";
import { usAverage } from "./profiles/us-average.ts";

const profiles = [
  coloradoSpringsD11,
  napaValleyUnified,
  portervilleUnified,
  smallRural,
  largeUrban,
  usAverage,
  partnershipDistrict,
];

/** Lists the names of the embedded districts, the default first. */
export const profileNames: readonly string[] = profiles.map((totals) => totals.id);

/** Remembers the districts made so far, frozen, as all who ask share them. */
const made = new Map<string, District>();

function frozen(district: District): District {
  for (const school of district.schools) Object.freeze(school);
  Object.freeze(district.schools);
  return Object.freeze(district);
}

/**
 * Returns the embedded district called `name` (default `colorado-springs-d11`): synthetic schools whose totals are
 * published ones, which its `source` states. The same every time, and frozen. Throws an {@link InputError} for an
 * unknown name.
 */
export function profile(name: string = coloradoSpringsD11.id): District {
  const known = made.get(name);
  if (known !== undefined) return known;
  const totals = profiles.find((candidate) => candidate.id === name);
  if (totals !== undefined) {
    const district = frozen(synthesise(totals));
    made.set(name, district);
    return district;
  }
  const close = nearest(name, profileNames);
  const issue = {
    code: "unknown-profile",
    path: "district",
    message: `there is no embedded district "${name.slice(0, 100)}"`,
    value: name,
    allowed: profileNames.join(", "),
    ...(close === undefined ? {} : { nearest: close }),
  };
  throw new InputError([issue]);
}
