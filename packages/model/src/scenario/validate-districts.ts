import { checkPopulation } from "../district/check-population.ts";
import type { District } from "../district/district.ts";
import { profileNames } from "../district/profile.ts";
import type { Issue } from "../issue.ts";
import { nearest } from "../nearest.ts";
import type { ScenarioInput } from "./scenario.ts";
import { type Keys, writePath } from "./validate-path.ts";
import { mostDistricts, mostSchools } from "./validate-schema.ts";

const given = (input: { readonly district?: unknown }): readonly unknown[] => {
  const { district } = input;
  return district === undefined ? [profileNames[0]] : Array.isArray(district) ? district : [district];
};

const schoolsOf = (district: unknown): readonly unknown[] => {
  const schools = (district as { schools?: unknown } | null | undefined)?.schools;
  return Array.isArray(schools) ? schools : [];
};

/** Lists limits that an input passes by its mere size, before each part of it is looked at. */
export function checkSize(input: { readonly district?: unknown }): Issue[] {
  const all = given(input);
  if (all.length > mostDistricts) {
    return [
      { code: "too-long", path: "district", message: `has ${all.length} districts; the limit is ${mostDistricts}` },
    ];
  }
  const schools = all.reduce<number>((sum, one) => sum + schoolsOf(one).length, 0);
  if (schools <= mostSchools) return [];
  return [
    { code: "too-long", path: "district", message: `has ${schools} schools in all; the limit is ${mostSchools}` },
  ];
}

/** Lists what is wrong between the parts of well-formed districts: repeated ids, populations that do not fit. */
export function checkDistricts(input: ScenarioInput): Issue[] {
  const issues: Issue[] = [];
  const seen = new Map<string, string>();
  given(input).forEach((one, i) => {
    const keys: Keys = Array.isArray(input.district) ? ["district", i] : ["district"];
    const district = one as District | string;
    const id = typeof district === "string" ? district : district.id;
    const path = writePath(typeof district === "string" ? keys : [...keys, "id"]);
    const first = seen.get(id);
    if (first !== undefined)
      issues.push({
        code: "repeated-district",
        path,
        message: `the district “${id}” is already at ${first}`,
        value: id,
      });
    else seen.set(id, path);
    if (typeof district !== "string") issues.push(...checkSchools(district, keys));
  });
  return [...issues, ...checkShockDistricts(input, [...seen.keys()])];
}

function checkSchools(district: District, keys: Keys): Issue[] {
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  district.schools.forEach(({ id }, s) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, s);
    else {
      const message = `the school “${id}” is already at ${writePath([...keys, "schools", first])}`;
      issues.push({ code: "repeated-school", path: writePath([...keys, "schools", s, "id"]), message, value: id });
    }
  });
  if (issues.length > 0 || district.population === undefined) return issues;
  const under = writePath([...keys, "population"]);
  return checkPopulation(district.population, district).map((issue) => ({ ...issue, path: `${under}.${issue.path}` }));
}

function checkShockDistricts(input: ScenarioInput, ids: readonly string[]): Issue[] {
  return (input.shocks ?? []).flatMap((shock, s) =>
    (shock.districts ?? []).flatMap((id, d): Issue[] => {
      if (ids.includes(id)) return [];
      const path = writePath(["shocks", s, "districts", d]);
      const close = nearest(id, ids);
      const message = `no district of the scenario has the id “${id}”`;
      return [
        { code: "unknown-district", path, message, value: id, ...(close === undefined ? {} : { nearest: close }) },
      ];
    }),
  );
}
