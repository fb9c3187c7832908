import type { Issue } from "../issue.ts";
import { editDistance } from "../nearest.ts";

/** Names a district of a roster. */
export interface DistrictName {
  readonly id: string;
  readonly name: string;
}

/** Most names offered in place of one not found. */
const SUGGESTIONS = 5;

/**
 * Finds the district meant by `wanted` among `districts`: its id exactly, or its name whatever the case. Without
 * `wanted` a roster's only district is meant. Returns an {@link Issue} when none or several fit, with the nearest
 * names or the candidates, and their ids.
 */
export function findDistrict(wanted: string | undefined, districts: readonly DistrictName[]): DistrictName | Issue {
  if (wanted === undefined) {
    if (districts.length === 1) return districts[0]!;
    const message = `the roster has ${districts.length} districts: say which, by id or name`;
    return { code: "district-required", path: "district", message, allowed: list(districts.slice(0, SUGGESTIONS)) };
  }
  const text = wanted.trim();
  const byId = districts.find((district) => district.id === text);
  if (byId !== undefined) return byId;
  const key = text.toLowerCase();
  const byName = districts.filter((district) => district.name.toLowerCase() === key);
  if (byName.length === 1) return byName[0]!;
  if (byName.length > 1) {
    const message = `${byName.length} districts are called "${text}": give the id`;
    return { code: "ambiguous-district", path: "district", message, value: wanted, allowed: list(byName) };
  }
  const message = `the roster has no district "${text.slice(0, 100)}"`;
  const close = suggest(key, districts);
  return {
    code: "unknown-district",
    path: "district",
    message,
    value: wanted,
    ...(close === "" ? {} : { nearest: close }),
  };
}

/** Lists the names nearest to `key`: first those that hold it, or that it holds, then by edit distance. */
function suggest(key: string, districts: readonly DistrictName[]): string {
  if (key === "" || key.length > 200) return "";
  const ranked = districts.map((district) => {
    const name = district.name.toLowerCase();
    const holds = name.includes(key) || key.includes(name) || district.id.endsWith(key);
    return { district, rank: (holds ? 0 : 1000) + editDistance(key, name) };
  });
  ranked.sort((a, b) => a.rank - b.rank);
  return list(ranked.slice(0, SUGGESTIONS).map((entry) => entry.district));
}

function list(districts: readonly DistrictName[]): string {
  return districts
    .map((district) => (district.id === district.name ? district.name : `${district.name} (${district.id})`))
    .join(", ");
}
