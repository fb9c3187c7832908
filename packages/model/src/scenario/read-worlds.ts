import { type CsvRecord, readCsv } from "../district/csv.ts";
import { parameters } from "../evidence/parameters.ts";
import type { WorldTable } from "../evidence/world-table.ts";
import { worldsVersion } from "../evidence/worlds-version.ts";
import { InputError, type Issue, IssueLog } from "../issue.ts";
import { checkWorldColumns, checkWorldCount, checkWorldRow } from "./check-world-rows.ts";
import type { Change } from "./upgrade/change.ts";
import { addedSince, changesOf, versionOfLabel, worldsFormat } from "./upgrade/upgrade-worlds.ts";

/** Columns before those of the parameters. */
const first = ["version", "world"];
const names = parameters.map(({ name }) => name);

/** Holds worlds as they are read now, and what was changed in an older file for that. */
export interface ReadWorlds {
  /** The table, in today's form. */
  readonly worlds: WorldTable;
  /** What was changed, in order; empty for a table of this version. */
  readonly changes: readonly Change[];
}

/**
 * Reads a table of worlds from comma-separated values: the columns version and world, and one for every parameter, in any
 * order; one row a world. `source` says where it comes from. An older table is brought to today's form in silence;
 * `readOldWorlds` tells what was changed.
 *
 * @throws InputError with everything wrong, with lines and columns: an unknown version, columns missing, unknown or twice,
 *   values that are no numbers or out of range, fewer than two worlds or more than 100,000.
 */
export function readWorlds(text: string, source: string): WorldTable {
  return readOldWorlds(text, source).worlds;
}

/**
 * Reads a table of worlds as `readWorlds` does, of this version or an older one, which the column version says, and tells
 * what was changed.
 *
 * @throws InputError as `readWorlds` does.
 */
export function readOldWorlds(text: string, source: string): ReadWorlds {
  const { header, records, issues: formal } = readCsv(text);
  const log = new IssueLog();
  log.addAll(formal);
  if (header === undefined) {
    const message = "the file is empty";
    if (formal.length === 0) log.add({ code: "empty", path: "", message, allowed: "a header, then one row a world" });
    throw new InputError(log.list());
  }
  const given = header.fields.map((name) => name.trim());
  const labels = given.indexOf("version");
  const label = records[0]?.fields[labels]?.trim() ?? "";
  const version = versionOfLabel(label) ?? worldsFormat;
  const added = addedSince(version);
  log.addAll(columnIssues(header, given, Object.keys(added)));
  const count = checkWorldCount(records.length);
  if (count) log.add({ path: "", line: header.line, ...count });
  const sound = records.filter(({ fields }) => fields.length === given.length);
  log.addAll(versionIssues(sound, labels, version < worldsFormat ? label : worldsVersion()));
  log.addAll(numberIssues(sound, given.indexOf("world")));
  const places = names.map((name) => given.indexOf(name));
  const rows = sound.map((record) => readRow(record, places, added, log));
  if (log.count > 0) throw new InputError(log.list());
  const worlds = { source, parameters: names, rows };
  return { worlds, changes: changesOf(version) };
}

function columnIssues(header: CsvRecord, given: readonly string[], later: readonly string[]): Issue[] {
  return checkWorldColumns(given, first, later).map(({ place = 0, ...issue }): Issue => {
    return { ...issue, line: header.lines[place]!, column: header.columns[place]! };
  });
}

/** Names the first row of each version that is not `own`. */
function versionIssues(records: readonly CsvRecord[], place: number, own: string): Issue[] {
  const seen = new Set([own]);
  return records.flatMap((record): Issue[] => {
    const version = (record.fields[place] ?? own).trim();
    if (seen.has(version)) return [];
    seen.add(version);
    const message = `the worlds are of version ${version === "" ? "nothing" : version.slice(0, 60)}`;
    const where = { line: record.lines[place]!, column: record.columns[place]! };
    return [{ code: "other-version", path: "version", message, value: version, allowed: worldsVersion(), ...where }];
  });
}

/** Names worlds that have no whole number of their own. */
function numberIssues(records: readonly CsvRecord[], place: number): Issue[] {
  if (place < 0) return [];
  const seen = new Map<string, number>();
  return records.flatMap((record): Issue[] => {
    const number = record.fields[place]!.trim();
    const issue = (code: string, message: string): Issue[] => [
      { code, path: "world", message, value: number, line: record.lines[place]!, column: record.columns[place]! },
    ];
    if (!/^\d{1,9}$/.test(number))
      return issue("not-a-number", `“${number.slice(0, 40)}” is not the number of a world`);
    const before = seen.get(number);
    if (before !== undefined) return issue("repeated-world", `world ${number} is already in line ${before}`);
    seen.set(number, record.line);
    return [];
  });
}

/** Reads the values of one world in the order of the record, with those that an older table had not yet. */
function readRow(
  record: CsvRecord,
  places: readonly number[],
  added: Readonly<Record<string, number>>,
  log: IssueLog,
): number[] {
  const where = (place: number): Pick<Issue, "line" | "column"> => ({
    line: record.lines[place]!,
    column: record.columns[place]!,
  });
  const values = places.map((place, p) => {
    const given = (record.fields[place] ?? String(added[names[p]!] ?? 0)).trim();
    const value = given === "" ? Number.NaN : Number(given);
    if (Number.isFinite(value)) return value;
    const message = given === "" ? "the field is empty" : `“${given.slice(0, 40)}” is not a number`;
    log.add({ code: "not-a-number", path: names[p]!, message, value: given, ...where(place) });
    return Number.NaN;
  });
  for (const { place, ...issue } of checkWorldRow(values)) {
    const column = places[place]!;
    if (column >= 0 && Number.isFinite(values[place])) log.add({ ...issue, ...where(column) });
  }
  return values;
}
