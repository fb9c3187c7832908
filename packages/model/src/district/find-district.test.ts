import { expect, test } from "vitest";
import { type DistrictName, findDistrict } from "./find-district.ts";

const named = (...names: readonly (readonly [id: string, name: string])[]): DistrictName[] =>
  names.map(([id, name]) => ({ id, name }));

const roster = named(
  ["10000", "Arden"],
  ["350000", "Boston Harbor"],
  ["159880", "Hill Public Schools"],
  ["1010", "SPRINGS    11"],
  ["159200", "Bell School District"],
  ["159201", "Dale School District"],
  ["159202", "Pine School District"],
  ["159203", "Lake School District"],
  ["159205", "Mill School District"],
  ["159204", "O’Neill Cañon Unified"],
);

const find = (wanted: string, districts = roster): string => {
  const found = findDistrict(wanted, districts);
  if ("name" in found) return found.name;
  const { code, nearest, allowed = "" } = found.issue;
  return `${code}: ${nearest ?? allowed}`;
};

test("finds an id whatever a spreadsheet did to its zeros, blanks and apostrophe", () => {
  for (const id of ["350000", "00350000", "'00350000", " 0035 0000 "]) expect(find(id)).toBe("Boston Harbor");
  const kept = named(["00350000", "Boston Harbor"], ["0035001", "Quay"]);
  for (const id of ["350000", "00350000"]) expect(find(id, kept)).toBe("Boston Harbor");
});

test("finds a name whatever its case, blanks, accents and apostrophes", () => {
  for (const name of ["Springs 11", "springs  11", "SPRINGS    11"]) expect(find(name)).toBe("SPRINGS    11");
  for (const name of ["O'Neill Canon Unified", "oneill cañon unified"])
    expect(find(name)).toBe("O’Neill Cañon Unified");
});

test("takes what is written exactly so before what folds to the same", () => {
  const both = named(["0101", "North"], ["101", "South"], ["7", "101"]);
  expect(find("0101", both)).toBe("North");
  expect(find("101", both)).toBe("South");
  expect(find("00101", both)).toBe("ambiguous-district: North (0101), South (101)");
  expect(find("7", both)).toBe("101");
});

test("lists the first five where none is named", () => {
  const found = findDistrict(undefined, roster);
  expect(found).toMatchObject({ issue: { code: "district-required" }, among: [] });
  expect("issue" in found && found.issue.allowed?.split(", ")).toHaveLength(5);
  expect(findDistrict(undefined, roster.slice(0, 1))).toBe(roster[0]);
});

test("offers first what shares the word that tells districts apart", () => {
  expect(find("Hill School District")).toMatch(/^unknown-district: Hill Public Schools \(159880\), /);
  expect(find("hil")).toMatch(/^unknown-district: Hill Public Schools/);
  expect(find("Bosten Harbour")).toMatch(/^unknown-district: Boston Harbor/);
  expect(find("Lake Public Schools")).toMatch(/^unknown-district: Lake School District \(159203\), Hill/);
});

test("offers the nearest ids for a number", () => {
  expect(find("35000")).toMatch(/^unknown-district: Boston Harbor \(350000\)/);
  expect(find("159208")).toMatch(/^unknown-district: (Bell|Dale|Pine|Lake)/);
  expect(find("01592")).toMatch(/^unknown-district: Bell/);
});

test("offers nothing for nothing, and bears a long name and a long roster", () => {
  expect(find("")).toBe("unknown-district: ");
  expect(find("–")).toBe("unknown-district: ");
  expect(find("x".repeat(5000))).toBe("unknown-district: ");
  const many = Array.from({ length: 18_000 }, (_, i) => ({ id: String(i), name: `District ${i} of Somewhere County` }));
  const begun = process.cpuUsage();
  expect(find("Distrct 17999 of Nowhere", many)).toContain("District 17999 of Somewhere County (17999)");
  // Of the processor, which a busy machine leaves as it is.
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1000).toBeLessThan(5000);
});
