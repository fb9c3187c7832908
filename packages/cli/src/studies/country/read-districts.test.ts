import { InputError } from "@uptake/model";
import { expect, test } from "vitest";
import { readDistricts } from "./read-districts.ts";

const header = "district,state,schools,teachers,students,low_income_share";

/** Returns what is found wrong with a file, each as path, line and message. */
function faults(csv: string): string[] {
  try {
    readDistricts(csv);
  } catch (error) {
    if (error instanceof InputError)
      return error.issues.map(({ path, line, message }) => `${path} ${line ?? "-"}: ${message}`);
    throw error;
  }
  return [];
}

test("a file of districts is read, columns in any order", () => {
  const csv = "state,district,low_income_share,students,teachers,schools\nWY, 5601 ,.25,700,50,3\n";
  expect(readDistricts(csv)).toEqual([
    { id: "5601", state: "WY", schools: 3, teachers: 50, students: 700, lowIncomeShare: 0.25 },
  ]);
});

test.for([
  ["", [" -: the file is empty"]],
  [
    "district,state,schools,teachers,student\n",
    [
      "student 1: is no column of a table of districts",
      "students 1: there is no such column",
      "low_income_share 1: there is no such column",
    ],
  ],
  [
    `${header.replaceAll(",", ";")}\na;WY;2;50;700;0,2\n`,
    [" 1: fields are separated by semicolons; save the file with commas"],
  ],
  [`${header.replaceAll(",", "\t")}\n`, [" 1: fields are separated by tabs; save the file with commas"]],
  [`${header},state\n`, ["state 1: there are two such columns"]],
  [
    `${header}\na,WY,2,50,700,0.2\na,,2.5,1e9,700,20%\n`,
    [
      "state 3: the field is empty",
      "schools 3: “2.5” cannot stand here",
      "teachers 3: “1e9” cannot stand here",
      "low_income_share 3: “20%” cannot stand here",
      "district 3: “a” stands in line 2 already",
    ],
  ],
  [
    `${header}\na,WY,9,5,700,0.2\nb,WY,1,900,700,0.2\n`,
    ["teachers 2: 5 teachers cannot be in 9 schools", "teachers 3: 900 teachers are too many for 1 schools"],
  ],
] as const)("all that is wrong with %j is told with its line", ([csv, told]) => {
  expect(faults(csv)).toEqual(told);
});
