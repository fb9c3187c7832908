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

/** Says why no one district is meant, and which may be. */
export interface NoDistrict<District extends DistrictName = DistrictName> {
  readonly issue: Issue;
  readonly among: readonly District[];
}

/** Most districts listed in a message. */
const LISTED = 5;

/**
 * Finds the district meant by `wanted` among `districts`: by its id, with or without leading zeros, or by its name,
 * whatever the case, blanks, accents and apostrophes. What is written exactly so goes first. Without `wanted` a roster's
 * only district is meant. Returns what is wrong when none or several fit, with the nearest or the candidates.
 */
export function findDistrict<District extends DistrictName>(
  wanted: string | undefined,
  districts: readonly District[],
): District | NoDistrict<District> {
  if (wanted === undefined) {
    if (districts.length === 1) return districts[0]!;
    const message = `the roster has ${districts.length} districts: say which, by id or name`;
    const allowed = list(districts.slice(0, LISTED));
    return { issue: { code: "district-required", path: "district", message, allowed }, among: [] };
  }
  const text = wanted.trim();
  const written = text.slice(0, 100);
  for (const fitting of candidates(text, districts)) {
    if (fitting.length === 1) return fitting[0]!;
    if (fitting.length > 1) {
      const message = `${fitting.length} districts are called "${written}": give the id`;
      const allowed = list(fitting);
      const issue = { code: "ambiguous-district", path: "district", message, value: wanted, allowed };
      return { issue, among: fitting };
    }
  }
  const close = suggestDistricts(text, districts).slice(0, LISTED);
  const message = `the roster has no district "${written}"`;
  const issue = { code: "unknown-district", path: "district", message, value: wanted };
  return { issue: close.length === 0 ? issue : { ...issue, nearest: list(close) }, among: close };
}

/** Yields the districts that `text` may mean, in one way of reading it after another. */
function* candidates<District extends DistrictName>(
  text: string,
  districts: readonly District[],
): Generator<readonly District[]> {
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
