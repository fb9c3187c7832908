import type { District } from "@uptake/model";

/** Holds a district of the reader's, kept in this browser under its name. */
export interface OwnDistrict {
  readonly name: string;
  readonly district: District;
}

const key = "uptake.districts";
const mostDistricts = 20;

const isKept = (value: unknown): value is OwnDistrict => {
  const { name, district } = (value ?? {}) as Partial<OwnDistrict>;
  return typeof name === "string" && Array.isArray(district?.schools);
};

/** Lists the districts kept in this browser, in the order in which they were kept; none where it keeps nothing. */
export function ownDistricts(): readonly OwnDistrict[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isKept).slice(0, mostDistricts) : [];
  } catch {
    return [];
  }
}

/** Keeps a district under its name, in the place of one of that name; tells whether the browser did so. */
export function keepDistrict(district: District): boolean {
  const { name } = district;
  return keep([...ownDistricts().filter((each) => each.name !== name), { name, district }].slice(-mostDistricts));
}

/** Forgets the district of a name. */
export function forgetDistrict(name: string): boolean {
  return keep(ownDistricts().filter((each) => each.name !== name));
}

function keep(districts: readonly OwnDistrict[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(districts));
    return true;
  } catch {
    return false;
  }
}
