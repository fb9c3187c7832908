import type { District } from "../district/district.ts";
import type { OwnFigures } from "../district/own-figures.ts";
import { parameters } from "../evidence/parameters.ts";
import type { Issue } from "../issue.ts";
import { nearestAmong } from "../nearest.ts";
import { districtsOf } from "./districts-of.ts";
import type { Scenario } from "./scenario.ts";
import { type Keys, writePath } from "./validate-path.ts";

/** Share of a district's teachers by which a start by school may miss the start of the scenario: what rounded shares make of it. */
const ROUNDING = 0.005;

type Adoption = NonNullable<OwnFigures["adoption"]>;

/** Lists what is wrong with what the districts of a well-formed scenario know of themselves. */
export function checkOwn(scenario: Scenario): Issue[] {
  const { own } = scenario;
  const districts = districtsOf(scenario);
  const several = Array.isArray(scenario.district);
  const start =
    scenario.parameters.values["start.adoption"] ?? parameters.find((p) => p.name === "start.adoption")!.default;
  const issues = districts.flatMap((district, d) =>
    checkAdoption(district, district.own, several ? ["district", d, "own"] : ["district", "own"], start),
  );
  if (own === null) return issues;
  if (districts.length > 1) {
    const message = `the scenario has ${districts.length} districts, and own figures are of one`;
    return [...issues, { code: "ambiguous", path: "own", message, allowed: "`own` within each district" }];
  }
  return [...issues, ...checkAdoption(districts[0]!, own, ["own"], start)];
}

function checkAdoption(district: District, own: OwnFigures | undefined, keys: Keys, start: number): Issue[] {
  const adoption = own?.adoption;
  if (adoption === undefined) return [];
  const path = writePath([...keys, "adoption"]);
  if (district.population !== undefined) {
    const message = "the district's teachers are supplied with their stages, which say who uses the practice";
    return [{ code: "contradicts-population", path, message }];
  }
  const faults = [...unknownSchools(district, adoption, keys), ...missingSchools(district, adoption, path)];
  return faults.length > 0 ? faults : contradictsStart(district, adoption, path, start);
}

/** Lists the schools of `adoption` that the district does not have. */
function unknownSchools(district: District, adoption: Adoption, keys: Keys): Issue[] {
  const ids = new Set(district.schools.map(({ id }) => id));
  const unknown = Object.keys(adoption).filter((id) => !ids.has(id));
  const near = nearestAmong([...ids]);
  return unknown.map((id): Issue => {
    const close = near(id);
    const message = `no school of the district has the id “${id}”`;
    const where = writePath([...keys, "adoption", id]);
    return {
      code: "unknown-school",
      path: where,
      message,
      value: id,
      ...(close === undefined ? {} : { nearest: close }),
    };
  });
}

/** Tells of schools of the district that `adoption` leaves out. */
function missingSchools(district: District, adoption: Adoption, path: string): Issue[] {
  const missing = district.schools.map(({ id }) => id).filter((id) => !Object.hasOwn(adoption, id));
  if (missing.length === 0) return [];
  const more = missing.length > 3 ? `, and ${missing.length - 3} more` : "";
  const message = `has no share for ${missing.slice(0, 3).join(", ")}${more}; a start by school needs all`;
  return [{ code: "missing", path, message, allowed: "a share for every school" }];
}

/** Tells where the schools' shares do not come to the `start` of the scenario. */
function contradictsStart(district: District, adoption: Adoption, path: string, start: number): Issue[] {
  let users = 0;
  let teachers = 0;
  for (const school of district.schools) {
    users += adoption[school.id]! * school.teachers;
    teachers += school.teachers;
  }
  const share = users / teachers;
  if (Math.abs(share - start) <= ROUNDING) return [];
  const percent = (x: number): string => `${(100 * x).toFixed(1)}%`;
  const message = `the schools' shares come to ${percent(share)} of the district's teachers, and the start is ${percent(start)}`;
  const allowed = `shares that come to ${percent(start)}, or \`parameters: values: start.adoption: ${share.toFixed(4)}\``;
  return [{ code: "contradicts-start", path, message, value: share, allowed }];
}
