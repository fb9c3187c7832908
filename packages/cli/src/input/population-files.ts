import { join } from "node:path";
import type { PopulationTable, populationTable } from "@uptake/model";
import { type PopulationIssue, readPopulation } from "@uptake/model/validate";
import { BadInput, collect, describeFault, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { writeCsv } from "../tables/csv.ts";
import { readText, tableLimit } from "./read-text.ts";

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

/** Holds a population read from files, and where its rows stand. */
export interface PopulationOfFiles {
  readonly population: PopulationTable;
  /** Points a fault of the population, as in `teachers[3].stage`, at its file and line. */
  locate(fault: Fault): Fault;
}

/**
 * Reads teachers.csv and ties.csv of a folder back as a population, and warns on stderr of what is most likely not meant.
 * Whether it fits the district is checked with the scenario.
 *
 * @throws BadInput with every fault of both files.
 */
export async function readPopulationFiles(host: Host, folder: string): Promise<PopulationOfFiles> {
  const faults: Fault[] = [];
  const fileOf = (table: string): string => join(folder, `${table}.csv`);
  const read = (table: string): Promise<string | undefined> =>
    collect(faults, undefined, () => readText(host, fileOf(table), tableLimit));
  const teachers = await read("teachers");
  const ties = await read("ties");
  if (teachers === undefined || ties === undefined) throw new BadInput(faults);
  const found = readPopulation(teachers, ties);
  const inFile = ({ table, ...issue }: PopulationIssue): Fault => ({ ...issue, file: fileOf(table) });
  if ("issues" in found) throw new BadInput(found.issues.map(inFile));
  for (const warning of found.warnings) host.err(`warning: ${describeFault(inFile(warning))}\n`);
  const { population, lines } = found;
  return {
    population,
    locate: (fault) => {
      const [, table, index, rest = ""] = /^(teachers|ties)(?:\[(\d+)\])?(.*)$/.exec(fault.path) ?? [];
      if (table !== "teachers" && table !== "ties") return fault;
      const line = index === undefined ? {} : { line: lines[table][Number(index)]! };
      return { ...fault, ...line, file: fileOf(table), path: rest.replace(/^\./, "") };
    },
  };
}
