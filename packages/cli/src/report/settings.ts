import type { District } from "@uptake/model";
import { stringify } from "yaml";
import { counted } from "../format.ts";
import type { CompleteStudy } from "../receipt/complete-study.ts";

/** Says which district it was; the schools of one written out would fill the report. */
function place(district: string | District): string {
  return typeof district === "string"
    ? district
    : `${district.name} (${counted(district.schools.length, "school")}, written out in receipt.json)`;
}

/** Puts a few words in the place of lists too long to read. */
function shortened(_key: string, value: unknown): unknown {
  return Array.isArray(value) && value.length > 40 ? `${value.length} entries, in receipt.json` : value;
}

/** Writes the settings of a study as YAML, for people: long lists and the schools of districts are left out. */
export function settingsText(study: CompleteStudy): string {
  const { scenario, ...rest } = study;
  const { district } = scenario;
  const where = Array.isArray(district)
    ? (district as readonly (string | District)[]).map(place)
    : place(district as string | District);
  const plain = JSON.parse(JSON.stringify({ ...rest, scenario: { ...scenario, district: where } }, shortened));
  return stringify(plain, { aliasDuplicateObjects: false, lineWidth: 100 });
}
