import { beforeAll, expect, test } from "vitest";
import { loadKeptWorlds } from "../evidence/load-kept-worlds.ts";
import type { WorldTable } from "../evidence/world-table.ts";
import { worldsVersion } from "../evidence/worlds-version.ts";
import { describeIssue, InputError } from "../issue.ts";
import { readWorlds } from "./read-worlds.ts";

let kept: WorldTable;
let header: string[];
beforeAll(async () => {
  kept = await loadKeptWorlds();
  header = ["version", "world", ...kept.parameters];
});

type Cell = string | number;
const csv = (...rows: (readonly Cell[])[]): string => rows.map((row) => `${row.join(",")}\n`).join("");
const world = (r: number, version = worldsVersion()): Cell[] => [version, r, ...kept.rows[r]!];

function issuesOf(text: string): string[] {
  try {
    readWorlds(text, "worlds.csv");
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues.map((issue) => `${issue.code} ${describeIssue(issue)}`);
  }
}

/** Returns the column of a text in which field `place` of a row begins. */
const columnOf = (row: readonly Cell[], place: number): number => 1 + row.slice(0, place).join(",").length + 1;

test("worlds come back to the bit, in the order of the record", () => {
  const table = readWorlds(csv(header, world(0), world(1)), "a/worlds.csv");
  expect(table).toEqual({ source: "a/worlds.csv", parameters: kept.parameters, rows: kept.rows.slice(0, 2) });
  const turned = (row: readonly Cell[]): Cell[] => [...row].reverse();
  expect(readWorlds(csv(turned(header), turned(world(0)), turned(world(1))), "a/worlds.csv")).toEqual(table);
});

test("another version is refused, at its first row", () => {
  expect(issuesOf(csv(header, world(0), world(1, "0.0.9+1"), world(2, "0.0.9+1")))).toEqual([
    `other-version 3:1 version: the worlds are of version 0.0.9+1 (allowed: ${worldsVersion()})`,
  ]);
  expect(worldsVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
});

test("columns that are missing or unknown are named", () => {
  expect(issuesOf(csv(header.with(0, "vresion").with(2, "trying.suport"), world(0), world(1)))).toEqual([
    "missing-column 1:1 version: the column is missing",
    `missing-column 1:1 ${kept.parameters[0]}: the column is missing`,
    "unknown-column 1:1 vresion: there is no column “vresion”; did you mean version?",
    "unknown-column 1:15 trying.suport: there is no column “trying.suport”; did you mean trying.support?",
  ]);
  const [last] = issuesOf("month,share\n0,1\n1,1\n").slice(12);
  expect(last).toBe(
    `missing-column 1:1 ${kept.parameters.length + 2 - 12} further columns are missing: there is one for every parameter`,
  );
});

test("values are numbers within their ranges", () => {
  const place = header.indexOf("support.rho");
  const row = world(1)
    .with(place, 7)
    .with(place + 1, "much");
  expect(issuesOf(csv(header, world(0), row))).toEqual([
    `not-a-number 3:${columnOf(row, place + 1)} ${header[place + 1]}: “much” is not a number`,
    `out-of-range 3:${columnOf(row, place)} support.rho: 7 is out of range (allowed: -2 to 1 exponent)`,
  ]);
  const empty = world(1).with(place, "");
  expect(issuesOf(csv(header, world(0), empty))).toEqual([
    `not-a-number 3:${columnOf(empty, place)} support.rho: the field is empty`,
  ]);
});

test("a table has two worlds or more, each with a number of its own, and even rows", () => {
  const end = "(allowed: 2 to 100000 worlds)";
  expect(issuesOf("")).toEqual(["empty the file is empty (allowed: a header, then one row a world)"]);
  expect(issuesOf(csv(header))).toEqual([`empty 1 there are no worlds ${end}`]);
  expect(issuesOf(csv(header, world(0)))).toEqual([
    `too-few-worlds 1 there is only one world; give its numbers as values to run in it alone ${end}`,
  ]);
  const column = worldsVersion().length + 2;
  expect(issuesOf(csv(header, world(0), world(0)))).toEqual([
    `repeated-world 3:${column} world: world 0 is already in line 2`,
  ]);
  expect(issuesOf(csv(header, world(0), world(1).with(1, "-1")))).toEqual([
    `not-a-number 3:${column} world: “-1” is not the number of a world`,
  ]);
  expect(issuesOf(csv(header, world(0), world(1).slice(1)))).toEqual([
    `ragged-row 3:1 the row has ${header.length - 1} fields and the header ${header.length}`,
  ]);
});
