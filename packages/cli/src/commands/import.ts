import { rosterFormatNames } from "@uptake/model";
import { estimatedFigure, onLines, type RosterRead, readRoster, withColumnHint } from "@uptake/study/roster";
import { BadInput, collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import type { RawOptions } from "../input/options.ts";
import { readRosterText } from "../input/read-table.ts";
import { columnsOf } from "../input/roster-options.ts";
import { collectOf } from "../input/table-text.ts";
import { takenFolder } from "../output/taken-folder.ts";
import { checkFolder, writeFolder } from "../output/write-folder.ts";
import { describeWarning } from "../words/describe-warning.ts";
import { count, counted, percent } from "../words/format.ts";

/** Answers `uptake import`: reads a roster and accounts for every row. */
export async function importRosterFile(host: Host, roster: string | undefined, raw: RawOptions): Promise<void> {
  const faults: Fault[] = [];
  await checkFolder(host, raw.out, faults);
  faults.push(...(await takenFolder(host, raw.out)));
  const { format, districtId } = raw;
  if (roster === undefined)
    faults.push({ code: "missing", path: "roster", message: "is needed: the file to read, CSV or Parquet" });
  if (format === undefined)
    faults.push({ code: "missing", path: "--format", message: `is needed: ${rosterFormatNames}` });
  const columns = columnsOf(raw.column, faults);
  if (roster === undefined || format === undefined) throw new BadInput(faults);
  const found: Fault[] = [];
  const table = await collect(found, roster, () => readRosterText(host, roster));
  const imported =
    table &&
    (await collectOf(found, roster, table, (text) => {
      const { notes } = table;
      const options = { format, columns, ...(districtId === undefined ? {} : { district: districtId }) };
      const read = readRoster(text, options);
      return { ...read, report: { ...read.report, notes: [...notes, ...read.report.notes] } };
    }));
  for (const fault of withColumnHint(found, (field) => `--column ${field}="…"`)) faults.push(fault);
  if (!imported || faults.length > 0) throw new BadInput(faults);
  const { districts, emptyDistricts, report } = imported;
  const all = districts.length === 1 ? districts[0] : districts;
  if (raw.out !== undefined) {
    const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
    await writeFolder(
      host,
      raw.out,
      new Map([
        ["district.json", text(all)],
        ["report.json", text({ ...report, emptyDistricts })],
      ]),
    );
  }
  if (raw.json) {
    host.out(
      `${JSON.stringify({ ...(districts.length === 1 ? { district: all } : { districts }), emptyDistricts, report })}\n`,
    );
    return;
  }
  host.out(describe(imported));
  if (raw.out !== undefined) host.out(`\nFiles: district.json and report.json in ${raw.out}\n`);
}

const some = 10;

/** Names schools by their ids where they are few. */
function namesOf(ids: readonly string[]): string {
  return ids.length > some ? "" : ` (${ids.join(", ")})`;
}

function describe({ districts, emptyDistricts, report }: RosterRead): string {
  const schools = districts.flatMap((district) => district.schools);
  const teachers = schools.reduce((sum, school) => sum + school.teachers, 0);
  const students = schools.reduce((sum, school) => sum + school.enrolment, 0);
  const lowIncome = schools.reduce((sum, school) => sum + school.enrolment * school.lowIncomeShare, 0) / students;
  const [only] = districts;
  const lines = [
    districts.length === 1 && only ? `${only.name} (${only.id})` : `${count(districts.length)} districts`,
    `${counted(schools.length, "school")}, ${counted(teachers, "teacher")}, ${counted(students, "student")}, ${percent(lowIncome)} low-income`,
    `Source: ${only?.source ?? "–"}`,
    "",
    `Rows in the file: ${count(report.rowsRead)}; of this selection: ${count(report.districtRows)} = ${count(report.kept)} kept + ${count(report.dropped.length)} dropped`,
  ];
  for (const { line, school, reason } of report.dropped.slice(0, some))
    lines.push(`  dropped, line ${line}: ${school}: ${reason}`);
  if (report.dropped.length > some) lines.push(`  and ${count(report.dropped.length - some)} more (all with --json)`);
  for (const { field, schools: of, how } of report.estimates)
    lines.push(`Estimated ${estimatedFigure[field]} of ${counted(of.length, "school")}${namesOf(of)}: ${how}`);
  for (const { message, rows } of report.notes) lines.push(`Note: ${message}${onLines(rows)}`);
  for (const warning of report.warnings.slice(0, some)) lines.push(`Warning: ${describeWarning(warning)}`);
  if (report.warnings.length > some)
    lines.push(`and ${counted(report.warnings.length - some, "more warning")} (all with --json)`);
  if (emptyDistricts.length > 0)
    lines.push(`Districts without a school with students: ${count(emptyDistricts.length)}`);
  return `${lines.join("\n")}\n`;
}
