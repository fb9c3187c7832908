import type { Issue } from "../issue.ts";
import { foldId, foldName } from "./fold-name.ts";
import { suggestDistricts } from "./suggest-districts.ts";

/** Names a district of a roster. */
export interface DistrictName {
  /** Id of the district. */
  readonly id: string;
  /** Name of the district. */
  readonly name: string;
}

/** Most districts listed in a message. */
const LISTED = 5;

/**
 * Finds the district meant by `wanted` among `districts`: by its id, with or without leading zeros, or by its name,
 * whatever the case, blanks, accents and apostrophes. What is written exactly so goes first. Without `wanted` a roster's
 * only district is meant. Returns an {@link Issue} when none or several fit, with the nearest names or the candidates,
 * and their ids.
 */
export function findDistrict(wanted: string | undefined, districts: readonly DistrictName[]): DistrictName | Issue {
  if (wanted === undefined) {
    if (districts.length === 1) return districts[0]!;
    const message = `the roster has ${districts.length} districts: say which, by id or name`;
    return { code: "district-required", path: "district", message, allowed: list(districts.slice(0, LISTED)) };
  }
  const text = wanted.trim();
  const written = text.slice(0, 100);
  for (const fitting of candidates(text, districts)) {
    if (fitting.length === 1) return fitting[0]!;
    if (fitting.length > 1) {
      const message = `${fitting.length} districts are called "${written}": give the id`;
      return { code: "ambiguous-district", path: "district", message, value: wanted, allowed: list(fitting) };
    }
  }
  const close = suggestDistricts(text, districts).slice(0, LISTED);
  return {
    code: "unknown-district",
    path: "district",
    message: `the roster has no district "${written}"`,
    value: wanted,
    ...(close.length === 0 ? {} : { nearest: list(close) }),
  };
}

/** Yields the districts that `text` may mean, in one way of reading it after another. */
function* candidates(text: string, districts: readonly DistrictName[]): Generator<readonly DistrictName[]> {
  yield districts.filter(({ id }) => id === text);
  const name = foldName(text);
  if (name === "") return;
  yield districts.filter((district) => foldName(district.name) === name);
  const id = foldId(text);
  yield districts.filter((district) => foldId(district.id) === id);
}

function list(districts: readonly DistrictName[]): string {
  return districts
    .map((district) => (district.id === district.name ? district.name : `${district.name} (${district.id})`))
    .join(", ");
}
