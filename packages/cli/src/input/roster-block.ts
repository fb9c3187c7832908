import { type District, importRoster, nearest, rosterFormatNames, rosterFormats } from "@uptake/model";
import { groupOf } from "@uptake/model/upgrade";
import { readColumns, withColumnHint } from "@uptake/study/roster";
import { collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { beside } from "./beside.ts";
import { readRosterText } from "./read-table.ts";
import { collectOf } from "./table-text.ts";
import { tellOfRoster } from "./tell-of-roster.ts";

const fields = ["file", "format", "district", "columns"];

/**
 * Reads the district that the `roster:` block of a scenario names: `file`, relative to `scenario`, the file it stands in,
 * `format`, and if need be `district` and `columns`. What is wrong with the block is added to `faults` with its path in
 * the scenario, what is wrong with the roster with its file and line.
 */
export async function readRosterBlock(
  host: Host,
  given: unknown,
  scenario: string,
  faults: Fault[],
): Promise<District | undefined> {
  const block = groupOf(given);
  if (!block) {
    const message = "is a group of fields, as in { file: schools.csv, format: generic }";
    faults.push({ code: "wrong-kind", path: "roster", message });
    return undefined;
  }
  const found: Fault[] = [];
  for (const name of Object.keys(block).filter((one) => !fields.includes(one))) {
    const close = nearest(name, fields);
    const message = `a roster has no “${name.slice(0, 60)}”`;
    const known = { allowed: fields.join(", "), ...(close === undefined ? {} : { nearest: close }) };
    found.push({ code: "unknown-field", path: `roster.${name}`, message, ...known });
  }
  const text = (name: string): string | undefined => {
    const { [name]: value } = block;
    if (typeof value === "string" && value.trim() !== "") return value;
    // YAML reads the id of a district as a number.
    if (typeof value === "number" && name === "district") return String(value);
    if (value !== undefined || name !== "district")
      found.push({ code: "missing", path: `roster.${name}`, message: "is needed: a text" });
    return undefined;
  };
  const [file, format, district] = [text("file"), text("format"), text("district")];
  if (format !== undefined && !Object.hasOwn(rosterFormats, format)) {
    const close = nearest(format, Object.keys(rosterFormats));
    const known = { allowed: rosterFormatNames, ...(close === undefined ? {} : { nearest: close }) };
    found.push({ code: "unknown-format", path: "roster.format", message: `there is no format “${format}”`, ...known });
  }
  const { columns: asked = {} } = block;
  const named = groupOf(asked);
  if (!named)
    found.push({ code: "wrong-kind", path: "roster.columns", message: 'is a group, as in { teachers: "FTE Count" }' });
  const columns = readColumns(Object.entries(named ?? {}), found, (field) => `roster.columns.${field}`);
  faults.push(...found);
  if (file === undefined || format === undefined || found.length > 0) return undefined;
  const path = beside(scenario, file);
  const wrong: Fault[] = [];
  const roster = await collect(wrong, undefined, () => readRosterText(host, path));
  const options = { format, columns, ...(district === undefined ? {} : { district }) };
  const imported =
    roster === undefined ? undefined : await collectOf(wrong, path, roster, (text) => importRoster(text, options));
  for (const { file: where, ...fault } of withColumnHint(wrong, (field) => `columns: { ${field}: … }`)) {
    if (fault.code === "missing-file")
      faults.push({ ...fault, path: "roster.file", message: `there is no file ${file}` });
    // What is wrong with the choice of a district stands in the scenario, not in the roster.
    else if (fault.line === undefined && fault.row === undefined && fault.path === "district")
      faults.push({ ...fault, path: "roster.district" });
    else faults.push({ ...fault, file: where ?? path });
  }
  if (imported === undefined) return undefined;
  tellOfRoster(host, path, { ...imported.report, notes: [...(roster?.notes ?? []), ...imported.report.notes] });
  return imported.district;
}
