import { join } from "node:path";
import type { PopulationTable, populationTable } from "@uptake/model";
import { readTeachers, readTies } from "@uptake/model/validate";
import { BadInput, collect, type Fault } from "../host/fault.ts";
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

/**
 * Reads teachers.csv and ties.csv of a folder back as a population. Whether it fits the district is checked with the
 * scenario.
 *
 * @throws BadInput with every fault of both files.
 */
export async function readPopulation(host: Host, folder: string): Promise<PopulationTable> {
  const faults: Fault[] = [];
  const read = <T>(name: string, as: (text: string) => T): Promise<T | undefined> => {
    const file = join(folder, name);
    return collect(faults, file, async () => as(await readText(host, file, tableLimit)));
  };
  const teachers = await read("teachers.csv", readTeachers);
  const ties = await read("ties.csv", readTies);
  if (!teachers || !ties) throw new BadInput(faults);
  return { teachers, ties };
}
