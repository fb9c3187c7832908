import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { PopulationTable, populationTable } from "@uptake/model";
import { type PopulationIssue, readPopulation } from "@uptake/model/validate";
import { BadInput, collect, describeFault, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { writeCsv } from "../tables/csv.ts";
import { readTable } from "./read-table.ts";
import type { TableText } from "./table-text.ts";

const teacherColumns = ["teacher", "school", "team", "experience", "disposition", "threshold", "stage"] as const;

/** Writes a population as the files schools.csv, teachers.csv and ties.csv. */
export function populationFiles({
  schools,
  teachers,
  ties,
}: ReturnType<typeof populationTable>): ReadonlyMap<string, string> {
  return new Map([
    [
      "schools.csv",
      writeCsv(
        ["school", "name", "level", "enrolment", "teachers", "low_income_share"],
        schools.map((s) => [s.school, s.name, s.level, s.enrolment, s.teachers, s.lowIncomeShare]),
      ),
    ],
    [
      "teachers.csv",
      writeCsv(
        teacherColumns,
        teachers.map((row) => teacherColumns.map((name) => row[name])),
      ),
    ],
    [
      "ties.csv",
      writeCsv(
        ["from", "to", "from_school", "to_school", "same_team"],
        ties.map((tie) => [tie.from, tie.to, tie.fromSchool, tie.toSchool, tie.sameTeam]),
      ),
    ],
  ]);
}

/** Returns the file of a table in a folder, by its ending: CSV unless there is only Parquet. Both are a fault. */
async function fileOf(host: Host, folder: string, table: string, faults: Fault[]): Promise<string> {
  const [csv, parquet] = [join(folder, `${table}.csv`), join(folder, `${table}.parquet`)];
  const isThere = (file: string): Promise<boolean> =>
    stat(resolve(host.cwd, file)).then(
      () => true,
      () => false,
    );
  if (!(await isThere(parquet))) return csv;
  if (!(await isThere(csv))) return parquet;
  const message = `stands beside ${table}.parquet; leave one of them out`;
  faults.push({ file: csv, code: "conflict", path: "", message });
  return csv;
}

/** Holds a population read from files, and where its rows stand. */
export interface PopulationOfFiles {
  readonly population: PopulationTable;
  /** Points a fault of the population, as in `teachers[3].stage`, at its file and line. */
  locate(fault: Fault): Fault;
}

/**
 * Reads teachers.csv and ties.csv of a folder, or teachers.parquet and ties.parquet, back as a population, and warns on
 * stderr of what is most likely not meant. Whether it fits the district is checked with the scenario.
 *
 * @throws BadInput with every fault of both files.
 */
export async function readPopulationFiles(host: Host, folder: string): Promise<PopulationOfFiles> {
  const faults: Fault[] = [];
  const files = {
    teachers: await fileOf(host, folder, "teachers", faults),
    ties: await fileOf(host, folder, "ties", faults),
  };
  const read = (file: string): Promise<TableText | undefined> =>
    collect(faults, undefined, () => readTable(host, file));
  const [teachers, ties] = [await read(files.teachers), await read(files.ties)];
  if (teachers === undefined || ties === undefined || faults.length > 0) throw new BadInput(faults);
  const tables = { teachers, ties };
  const found = readPopulation(teachers.text, ties.text);
  const inFile = ({ table, ...issue }: PopulationIssue): Fault =>
    tables[table].locate({ ...issue, file: files[table] });
  if ("issues" in found) throw new BadInput(found.issues.map(inFile));
  for (const warning of found.warnings) host.err(`warning: ${describeFault(inFile(warning))}\n`);
  const { population, lines } = found;
  return {
    population,
    locate: (fault) => {
      const [, table, index, rest = ""] = /^(teachers|ties)(?:\[(\d+)\])?(.*)$/.exec(fault.path) ?? [];
      if (table !== "teachers" && table !== "ties") return fault;
      const line = index === undefined ? {} : { line: lines[table][Number(index)]! };
      return tables[table].locate({ ...fault, ...line, file: files[table], path: rest.replace(/^\./, "") });
    },
  };
}
