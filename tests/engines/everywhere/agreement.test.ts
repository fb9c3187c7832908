import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { agreement } from "./agreement.ts";
import versions from "./nodes.json" with { type: "json" };
import { pinnedNames, pins } from "./pins.ts";
import { tableOf } from "./table-of.ts";
import { ways } from "./ways.ts";

const name = "business-as-usual, small-rural";
const asked = { runs: [name], studies: [] };
const told = Object.fromEntries(Object.entries(pins).filter(([each]) => each.startsWith(`${name}: `)));
const [first = ""] = Object.keys(told);

/** Returns a checksum with one bit of its last digit changed. */
const changed = (checksum: string): string =>
  checksum.slice(0, -1) + (Number.parseInt(checksum.slice(-1), 16) ^ 1).toString(16);

describe("an engine", () => {
  test("that tells the pinned checksums agrees", () => {
    expect(agreement(asked, told)).toEqual({ cases: 4, differ: [] });
  });
  test("that differs in one bit of one checksum does not", () => {
    const value = pins[first] as string;
    expect(agreement(asked, { ...told, [first]: changed(value) }).differ).toEqual([
      `${first} is ${changed(value)}, pinned ${value}`,
    ]);
  });
  test("that leaves a run out does not", () => {
    const { [first]: _, ...rest } = told;
    expect(agreement(asked, rest).differ).toEqual([`${first} is missing, pinned ${pins[first]}`]);
  });
  test("that tells of what it was not asked does not", () => {
    expect(agreement(asked, { ...told, sweep: "[]" }).differ).toEqual(["sweep was not asked for"]);
  });
  test("is not asked for what has no pin", () => {
    expect(agreement({ runs: ["no such scenario"], studies: [] }, {}).differ).toEqual([
      "no such scenario is not pinned",
    ]);
  });
  test("agrees on a study by the hash of its whole answer", () => {
    expect(agreement({ runs: [], studies: ["sweep"] }, { sweep: "[]" }).differ).toHaveLength(1);
  });
});

test("every pin is asked for in one thread", () => {
  const [all] = Object.values(ways);
  expect(agreement(all!, {}).cases).toBe(Object.keys(pins).length);
  expect(pinnedNames.runs.length * 4 + pinnedNames.studies.length).toBe(Object.keys(pins).length);
});

test("the oldest Node that is compared is the oldest that the packages admit", () => {
  const root = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  expect(`>=${versions[0]}`).toBe(`${root.engines.node}.0`);
});

test("a table has a line for each engine and way", () => {
  const row = { engine: "Node 20", version: "20.19.0", way: "one thread", cases: 51, agree: 50, seconds: 1.25 };
  expect(tableOf([row, { ...row, engine: "Firefox" }]).split("\n")).toEqual([
    "engine   version  way         cases  agree  seconds",
    "Firefox  20.19.0  one thread  51     50     1.3",
    "Node 20  20.19.0  one thread  51     50     1.3",
    "",
  ]);
});
