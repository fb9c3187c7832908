import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type District, importRoster, rosterFormatNames } from "@uptake/model";
import { type RosterReport, withColumnHint } from "@uptake/study/roster";
import { collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { isJsonName, isTableName } from "./file-name.ts";
import type { RawOptions } from "./options.ts";
import { readRosterText } from "./read-table.ts";
import { columnsOf } from "./roster-options.ts";
import { collectOf } from "./table-text.ts";
import { tellOfRoster } from "./tell-of-roster.ts";

/** Holds the district that options name: by name, or imported from a roster with a report. */
export interface Chosen {
  readonly district?: string | District;
  readonly report?: RosterReport;
}

/** Lists options that do not go together, or name a file where a name belongs. */
function conflicts(host: Host, { district, roster, format, column, districtId }: RawOptions): Fault[] {
  const faults: Fault[] = [];
  const conflict = (path: string, message: string): unknown => faults.push({ code: "conflict", path, message });
  if (district !== undefined && roster !== undefined)
    conflict("--district", "names an embedded district; with --roster use --district-id");
  else if (isJsonName(district))
    conflict("--district", `names an embedded district; a file is named in a scenario, as district: ${district}`);
  else if (district !== undefined && existsSync(resolve(host.cwd, district, "district.json"))) {
    const file = join(district, "district.json");
    conflict(
      "--district",
      `names an embedded district; that of an import is named in a scenario, as district: ${file}`,
    );
  } else if (isTableName(district))
    conflict("--district", "names an embedded district; a roster is given with --roster FILE --format NAME");
  if (roster !== undefined && format === undefined)
    conflict("--format", `is needed with --roster: ${rosterFormatNames}`);
  if (roster === undefined && format !== undefined) conflict("--format", "is of use only with --roster");
  if (roster === undefined && column !== undefined) conflict("--column", "is of use only with --roster");
  if (roster === undefined && districtId !== undefined)
    conflict("--district-id", "is of use only with --roster; --district names an embedded district");
  return faults;
}

/**
 * Reads the district that options name, if any; everything wrong is added to `faults`. What was estimated or left out of
 * a roster and figures that are hardly true are told on stderr.
 */
export async function chooseDistrict(host: Host, raw: RawOptions, faults: Fault[]): Promise<Chosen> {
  const wrong = conflicts(host, raw);
  faults.push(...wrong);
  const { district, roster, format, districtId } = raw;
  const named = district !== undefined && !wrong.some(({ path }) => path === "--district");
  if (wrong.length > 0 || roster === undefined) return named ? { district } : {};
  const read = await collect(faults, undefined, () => readRosterText(host, roster));
  if (read === undefined) return {};
  const found: Fault[] = [];
  const columns = columnsOf(raw.column, found);
  const options = { format: format as string, columns, ...(districtId === undefined ? {} : { district: districtId }) };
  const imported =
    found.length > 0 ? undefined : await collectOf(found, roster, read, (text) => importRoster(text, options));
  for (const fault of withColumnHint(found, (field) => `--column ${field}="…"`)) faults.push(asOption(fault));
  if (imported === undefined) return {};
  const report = { ...imported.report, notes: [...read.notes, ...imported.report.notes] };
  tellOfRoster(host, roster, report);
  return { ...imported, report };
}

const optionOf: Readonly<Record<string, string>> = { district: "--district-id", format: "--format" };

/** Points a fault of the roster's options at the option. */
function asOption(fault: Fault): Fault {
  const known = fault.line === undefined && fault.row === undefined && Object.hasOwn(optionOf, fault.path);
  const option = known ? optionOf[fault.path] : undefined;
  if (option === undefined) return fault;
  const { file: _, ...rest } = fault;
  return { ...rest, path: option };
}
