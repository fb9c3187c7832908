import { checkPopulation } from "../district/check-population.ts";
import type { District } from "../district/district.ts";
import { type Issue, IssueLog } from "../issue.ts";
import { nearestAmong } from "../nearest.ts";
import type { ScenarioInput } from "./scenario.ts";
import { writePath } from "./validate-path.ts";
import { given, keysOf, repeatedSchools, schoolsOf } from "./validate-repeats.ts";
import { mostDistricts, mostRaces, mostSchools } from "./validate-schema.ts";

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

/** Lists what is wrong between the parts of well-formed districts: populations that do not fit, shocks to none of them. */
export function checkDistricts(input: ScenarioInput): Issue[] {
  const districts = given(input) as readonly (District | string)[];
  const issues = districts.flatMap((district, i): Issue[] => {
    const keys = keysOf(input, i);
    if (typeof district === "string" || district.population === undefined) return [];
    if (repeatedSchools(district, keys).length > 0) return [];
    const under = writePath([...keys, "population"]);
    return checkPopulation(district.population, district).map((one) => ({ ...one, path: `${under}.${one.path}` }));
  });
  const ids = districts.map((district) => (typeof district === "string" ? district : district.id));
  return [...issues, ...checkRaces(districts), ...checkShockDistricts(input, ids)];
}

/** Refuses more groups of students in all schools together than there may be series of them. */
function checkRaces(districts: readonly (District | string)[]): Issue[] {
  const groups = new Set<string>();
  for (const district of districts)
    if (typeof district !== "string")
      for (const { raceShares = {} } of district.schools) for (const name of Object.keys(raceShares)) groups.add(name);
  if (groups.size <= mostRaces) return [];
  const message = `the schools have shares of ${groups.size} groups in all`;
  return [{ code: "too-long", path: "district", message, value: groups.size, allowed: `at most ${mostRaces} groups` }];
}

function checkShockDistricts(input: ScenarioInput, ids: readonly string[]): Issue[] {
  const log = new IssueLog();
  const known = new Set(ids);
  const near = nearestAmong(ids);
  input.shocks?.forEach((shock, s) => {
    shock.districts?.forEach((id, d) => {
      if (known.has(id)) return;
      const path = writePath(["shocks", s, "districts", d]);
      const close = near(id);
      const message = `no district of the scenario has the id “${id}”`;
      const issue = { code: "unknown-district", path, message, value: id };
      log.add(close === undefined ? issue : { ...issue, nearest: close });
    });
  });
  return log.list();
}
