import { expect, test } from "vitest";
import { populate } from "../district/population.ts";
import { populationTable } from "../district/population-table.ts";
import { profile } from "../district/profile.ts";
import { defaultWorld } from "../evidence/world.ts";
import { readPopulation } from "./validate-population.ts";

const head = "teacher,school,team,experience,disposition,threshold,stage\n";
const teachers = (n: number, school = (i: number): string => (i < 2 ? "a" : "b")): string =>
  head + Array.from({ length: n }, (_, i) => `${i},${school(i)},0,5,0.5,0.4,aware\n`).join("");

const warningsOf = (ties: string, people: string = teachers(5)): string[] => {
  const read = readPopulation(people, ties);
  if ("issues" in read) throw new Error(JSON.stringify(read.issues));
  return read.warnings.map(({ code }) => code);
};

test("warns of ties that seem to number teachers from 1", () => {
  expect(warningsOf("from,to\n1,2\n2,3\n3,4\n4,1\n")).toEqual(["numbered-from-one"]);
  expect(warningsOf("from,to\n1,2\n2,0\n")).toEqual([]);
  expect(warningsOf("from,to\n")).toEqual([]);
  const read = readPopulation(teachers(5), "from,to\n1,2\n5,3\n");
  expect(read).toMatchObject({
    issues: [{ table: "ties", code: "unknown-teacher", line: 3, message: expect.stringMatching(/count them from 1$/) }],
  });
});

test("warns of ties between other schools than those of the teachers they name", () => {
  const columns = "from,to,from_school,to_school\n";
  expect(warningsOf(`${columns}1,2,a,b\n2,3,b,b\n`)).toEqual([]);
  expect(warningsOf(`${columns}1,2,a,a\n2,3,a,b\n3,4,b,b\n`)).toEqual(["other-school"]);
});

test("reads what is written of a drawn population, and warns of nothing where the first teacher has no tie", () => {
  const district = profile("small-rural");
  const drawn = populate(district, defaultWorld(), { a: 1, b: 2 }, { everyoneAware: false });
  const table = populationTable(drawn, district, defaultWorld());
  const columns = ["teacher", "school", "team", "experience", "disposition", "threshold", "stage"] as const;
  const people = [columns.join(","), ...table.teachers.map((row) => columns.map((column) => row[column]).join(","))];
  const apart = table.ties.filter(({ from, to }) => from > 0 && to > 0);
  const ties = apart.map(({ from, to, fromSchool, toSchool }) => [from, to, fromSchool, toSchool].join(","));
  const read = readPopulation(people.join("\n"), ["from,to,from_school,to_school", ...ties].join("\n"));
  expect(read).toMatchObject({ warnings: [] });
  expect("population" in read && read.population.ties).toEqual(apart.map(({ from, to }) => ({ from, to })));
});

test("tells the line of each row, past empty lines", () => {
  const read = readPopulation(`${teachers(2).replace("\n1,", "\n\n\n1,")}`, "from,to\n\n0,1\n");
  expect(read).toMatchObject({ lines: { teachers: [2, 5], ties: [3] } });
});
