import { type District, importRoster } from "@uptake/model";
import { collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { count } from "../words/format.ts";
import { describeWarning } from "../words/on-lines.ts";
import type { RawOptions } from "./options.ts";
import { readText, tableLimit } from "./read-text.ts";

/** Holds the district that options name: by name, or imported from a roster with a report. */
export interface Chosen {
  readonly district?: string | District;
  readonly report?: RosterReport;
}

type RosterReport = ReturnType<typeof importRoster>["report"];

/** Lists options that do not go together. */
function conflicts({ district, roster, format, districtId }: RawOptions): Fault[] {
  const faults: Fault[] = [];
  const conflict = (path: string, message: string): unknown => faults.push({ code: "conflict", path, message });
  if (district !== undefined && roster !== undefined)
    conflict("--district", "names an embedded district; with --roster use --district-id");
  if (roster !== undefined && format === undefined)
    conflict("--format", "is needed with --roster: tx, ca, ma or generic");
  if (roster === undefined && format !== undefined) conflict("--format", "is of use only with --roster");
  if (roster === undefined && districtId !== undefined)
    conflict("--district-id", "is of use only with --roster; --district names an embedded district");
  return faults;
}

/** Most warnings written out; `uptake import` has them all. */
const written = 10;

/** Warns of figures of a roster that are hardly true. */
function warn(host: Host, roster: string, warnings: RosterReport["warnings"]): void {
  for (const warning of warnings.slice(0, written)) host.err(`warning: ${describeWarning(warning, roster)}\n`);
  if (warnings.length > written)
    host.err(`warning: ${roster}: and ${count(warnings.length - written)} more (see: uptake import)\n`);
}

/**
 * Reads the district that options name, if any; everything wrong is added to `faults`. Figures of a roster that are
 * hardly true are warned of on stderr.
 */
export async function chooseDistrict(host: Host, raw: RawOptions, faults: Fault[]): Promise<Chosen> {
  const wrong = conflicts(raw);
  faults.push(...wrong);
  const { district, roster, format, districtId } = raw;
  if (wrong.length > 0 || roster === undefined) return district === undefined ? {} : { district };
  const text = await collect(faults, undefined, () => readText(host, roster, tableLimit));
  if (text === undefined) return {};
  const found: Fault[] = [];
  const options = { format: format as string, ...(districtId === undefined ? {} : { district: districtId }) };
  const imported = await collect(found, roster, () => importRoster(text, options));
  for (const fault of found) faults.push(asOption(fault));
  warn(host, roster, imported?.report.warnings ?? []);
  return imported ?? {};
}

const optionOf: Readonly<Record<string, string>> = { district: "--district-id", format: "--format" };

/** Points a fault of the roster's options at the option. */
function asOption(fault: Fault): Fault {
  const option = fault.line === undefined ? optionOf[fault.path] : undefined;
  if (option === undefined) return fault;
  const { file: _, ...rest } = fault;
  return { ...rest, path: option };
}
