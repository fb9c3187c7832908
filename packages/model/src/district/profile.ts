import { defaultProfile } from "./default-profile.ts";
import type { District } from "./district.ts";
import { profileAmong } from "./profile-among.ts";
import { coloradoSpringsD11 } from "./profiles/colorado-springs-d11.ts";
import { largeUrban } from "./profiles/large-urban.ts";
import { napaValleyUnified } from "./profiles/napa-valley-unified.ts";
import { partnershipDistrict } from "./profiles/partnership-district.ts";
import { portervilleUnified } from "./profiles/porterville-unified.ts";
import { smallRural } from "./profiles/small-rural.ts";
import type { DistrictTotals } from "./profiles/synthesise.ts";
import { usAverage } from "./profiles/us-average.ts";

/** Lists the totals of the embedded districts, the default first. */
export const profiles: readonly DistrictTotals[] = [
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

/**
 * Returns the embedded district called `name` (default `colorado-springs-d11`): synthetic schools whose totals are
 * published ones, which its `source` states. The same every time, and frozen.
 *
 * @throws InputError naming the nearest one when no embedded district has that name.
 */
export function profile(name: string = defaultProfile): District {
  return profileAmong(name, profiles);
}
