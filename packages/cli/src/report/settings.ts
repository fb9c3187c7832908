import type { District } from "@uptake/model";
import { stringify } from "yaml";
import type { CompleteStudy } from "../studies/complete-study.ts";
import { count, counted } from "../words/format.ts";

/** Says which district it was; the schools of one written out would fill the report. */
function place(district: string | District): string {
  return typeof district === "string"
    ? district
    : `${district.name} (${counted(district.schools.length, "school")}, written out in receipt.json)`;
}

/** Longest list, in entries, and longest text, in lines and characters, that a report shows. */
const longest = { entries: 40, lines: 12, characters: 1000 };

/** Puts a few words in the place of lists and texts too long to read, such as a file that the study names. */
function shortened(_key: string, value: unknown): unknown {
  if (Array.isArray(value) && value.length > longest.entries) return `${count(value.length)} entries, in receipt.json`;
  if (typeof value !== "string") return value;
  const lines = value.trimEnd().split("\n").length;
  if (lines > longest.lines) return `${count(lines)} lines, in receipt.json`;
  return value.length > longest.characters ? `${count(value.length)} characters, in receipt.json` : value;
}

/**
 * Writes the settings of a study as YAML, for people: long lists, long texts, the schools of districts and the values of worlds are left
 * out.
 */
export function settingsText(study: CompleteStudy): string {
  const { scenario, ...rest } = study;
  const { district, parameters } = scenario;
  const { worlds } = parameters;
  const where = Array.isArray(district)
    ? (district as readonly (string | District)[]).map(place)
    : place(district as string | District);
  const from = worlds && `${worlds.source} (${counted(worlds.rows.length, "world")}, written out in receipt.json)`;
  const shown = { ...scenario, district: where, parameters: { ...parameters, worlds: from } };
  const plain = JSON.parse(JSON.stringify({ ...rest, scenario: shown }, shortened));
  return stringify(plain, { aliasDuplicateObjects: false, lineWidth: 100 });
}
