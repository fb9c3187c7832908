import type { Driver } from "../src/scenario/lever.ts";
import type { Arrivals } from "./july.ts";
import { type District, type Month, openSchools } from "./state.ts";

/** Holds the units charges grow with, as they were in step 2 of a month. */
export type Units = Readonly<Record<Exclude<Driver, "preparedHire" | "newSchool">, number>>;

/** Counts the units charges grow with. */
export function countUnits(district: District): Units {
  const open = openSchools(district);
  let districtTeacher = 0;
  let memberTeacher = 0;
  let memberSchool = 0;
  for (const school of open) {
    districtTeacher += school.n;
    if (!school.member) continue;
    memberTeacher += school.n;
    memberSchool += 1;
  }
  return {
    district: 1 + districtTeacher / 2000,
    districtTeacher,
    memberTeacher,
    memberSchool,
    coach: district.office.coaches,
  };
}

/** Adds up the dollars of a step, charge by charge: those by the month as far as it goes, arrivals when they come. */
export function bookMonth(district: District, { t, step }: Month, units: Units, arrivals: Arrivals): number {
  const all: Record<Driver, number> = {
    ...units,
    preparedHire: arrivals.preparedHires,
    newSchool: arrivals.newSchools,
  };
  let spent = 0;
  for (const { price, per, quantity } of district.part.charges) {
    const part = per === "preparedHire" || per === "newSchool" ? 1 : step.months;
    spent += district.parameter(price) * quantity[t]! * all[per] * part;
  }
  return spent;
}
