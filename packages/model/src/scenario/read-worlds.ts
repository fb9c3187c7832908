import { type CsvRecord, readCsv } from "../district/csv.ts";
import { parameters } from "../evidence/parameters.ts";
import type { WorldTable } from "../evidence/world-table.ts";
import { worldsVersion } from "../evidence/worlds-version.ts";
import { InputError, type Issue } from "../issue.ts";
import { checkWorldColumns, checkWorldCount, checkWorldRow } from "./check-world-rows.ts";

/** Columns before those of the parameters. */
const first = ["version", "world"];
const names = parameters.map(({ name }) => name);

/**
 * Reads a table of worlds from comma-separated values: the columns version and world, and one for every parameter, in any
 * order; one row a world. `source` says where it comes from.
 *
 * @throws InputError with everything wrong, with lines and columns: another version, columns missing, unknown or twice,
 *   values that are no numbers or out of range, fewer than two worlds or more than 100,000.
 */
export function readWorlds(text: string, source: string): WorldTable {
  const { header, records, issues: formal } = readCsv(text);
  const issues: Issue[] = [...formal];
  if (header === undefined) {
    const message = "the file is empty";
    if (formal.length === 0)
      issues.push({ code: "empty", path: "", message, allowed: "a header, then one row a world" });
    throw new InputError(issues);
  }
  const given = header.fields.map((name) => name.trim());
  issues.push(...columnIssues(header, given));
  const count = checkWorldCount(records.length);
  if (count) issues.push({ path: "", line: header.lines[0]!, ...count });
  const sound = records.filter(({ fields }) => fields.length === given.length);
  issues.push(...versionIssues(sound, given.indexOf("version")), ...numberIssues(sound, given.indexOf("world")));
  const places = names.map((name) => given.indexOf(name));
  const rows = sound.map((record) => readRow(record, places, issues));
  if (issues.length > 0) throw new InputError(issues);
  return { source, parameters: names, rows };
}

function columnIssues(header: CsvRecord, given: readonly string[]): Issue[] {
  return checkWorldColumns(given, first).map(({ place = 0, ...issue }): Issue => {
    return { ...issue, line: header.lines[place]!, column: header.columns[place]! };
  });
}

/** Names the first row of each version that is not this one. */
function versionIssues(records: readonly CsvRecord[], place: number): Issue[] {
  const seen = new Set([worldsVersion()]);
  return records.flatMap(({ fields, lines, columns }): Issue[] => {
    const version = (fields[place] ?? worldsVersion()).trim();
    if (seen.has(version)) return [];
    seen.add(version);
    const message = `the worlds are of version ${version === "" ? "nothing" : version.slice(0, 60)}`;
    const where = { line: lines[place]!, column: columns[place]! };
    return [{ code: "other-version", path: "version", message, value: version, allowed: worldsVersion(), ...where }];
  });
}

/** Names worlds that have no whole number of their own. */
function numberIssues(records: readonly CsvRecord[], place: number): Issue[] {
  if (place < 0) return [];
  const seen = new Map<string, number>();
  return records.flatMap(({ fields, lines, columns }): Issue[] => {
    const number = fields[place]!.trim();
    const where = { path: "world", value: number, line: lines[place]!, column: columns[place]! };
    if (!/^\d{1,9}$/.test(number))
      return [{ code: "not-a-number", message: `“${number.slice(0, 40)}” is not the number of a world`, ...where }];
    const before = seen.get(number);
    if (before !== undefined)
      return [{ code: "repeated-world", message: `world ${number} is already in line ${before}`, ...where }];
    seen.set(number, lines[place]!);
    return [];
  });
}

/** Reads the values of one world in the order of the record; NaN where a column is missing. */
function readRow({ fields, lines, columns }: CsvRecord, places: readonly number[], issues: Issue[]): number[] {
  const where = (place: number): Pick<Issue, "line" | "column"> => ({ line: lines[place]!, column: columns[place]! });
  const values = places.map((place, p) => {
    const given = (fields[place] ?? "0").trim();
    const value = given === "" ? Number.NaN : Number(given);
    if (Number.isFinite(value)) return value;
    const message = given === "" ? "the field is empty" : `“${given.slice(0, 40)}” is not a number`;
    issues.push({ code: "not-a-number", path: names[p]!, message, value: given, ...where(place) });
    return Number.NaN;
  });
  for (const { place, ...issue } of checkWorldRow(values)) {
    const column = places[place]!;
    if (column >= 0 && Number.isFinite(values[place])) issues.push({ ...issue, ...where(column) });
  }
  return values;
}
