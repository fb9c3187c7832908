import { expect, test } from "vitest";
import { five } from "../../test-support/fixtures.ts";
import type { Level } from "../district/district.ts";
import { type EntryLevels, entryLevels } from "../scenario/entry-levels.ts";
import { levers } from "../scenario/levers/index.ts";
import { eligibleSchools } from "./eligible-schools.ts";

const all: readonly Level[] = ["elementary", "middle", "high", "other"];
const schools = all.map((level) => ({ ...five.schools[0]!, id: level, level }));

test.each<[EntryLevels, readonly Level[]]>([
  ["all", all],
  ["elementary", ["elementary", "other"]],
  ["middle", ["middle", "other"]],
  ["high", ["high", "other"]],
  ["secondary", ["middle", "high", "other"]],
])("a programme for %s schools takes those, and schools of no single level", (levels, expected) => {
  const eligible = eligibleSchools(schools, levels);
  expect(schools.filter((_, s) => eligible[s] === 1).map(({ level }) => level)).toEqual(expected);
});

test("the lever offers what schools are told apart by", () => {
  const choice = levers.find(({ name }) => name === "entry")?.choices?.find(({ name }) => name === "levels");
  expect(choice?.options).toEqual(Object.keys(entryLevels));
});
