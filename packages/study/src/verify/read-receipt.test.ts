import { InputError, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { readReceipt } from "./read-receipt.ts";

const sum = "0123456789abcdef".repeat(4);
const sound = {
  format: 1,
  version: "0.1.0",
  study: { kind: "run", name: "mine", seed: "a", scenario: scenario({ district: "small-rural" }), more: [1] },
  districts: { "small-rural": sum },
  runs: 0,
  failed: 0,
  checksums: sum,
  receipt: sum,
  files: { "answer.json": sum, "runs-2.parquet": sum },
};

/** Returns the code and path of each issue with a value. */
function issuesOf(value: unknown): string[] {
  try {
    readReceipt(value);
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
}

test("a receipt is given back as it is", () => {
  expect(readReceipt(sound)).toBe(sound);
});

test.for<[change: object, ...paths: string[]]>([
  [{ checksums: sum.toUpperCase() }, "checksums"],
  [{ receipt: sum.slice(1) }, "receipt"],
  [{ receipt: `${sum}0` }, "receipt"],
  [{ districts: { a: "" } }, "districts.a"],
  [{ runs: -1, failed: 0.5 }, "runs", "failed"],
  [{ format: 0 }, "format"],
  [{ version: "x".repeat(10_001) }, "version"],
  [{ more: 1 }, "more"],
  [{ study: { ...sound.study, seed: 1 } }, "study.seed"],
  [{ study: { ...sound.study, scenario: { ...sound.study.scenario, horizon: "60" } } }, "study.scenario.horizon"],
  ...["../answer.json", "a/b.json", "Answer.json", ".json", "answer", "1.json", "a.json/", "a.b.json"].map(
    (name): [object, string] => [{ files: { [name]: sum } }, name === "answer" ? "files.answer" : `files["${name}"]`],
  ),
])("with %j is none, and what is wrong is named", ([change, ...paths]) => {
  expect(issuesOf({ ...sound, ...change })).toEqual(paths.map((path) => `not-a-receipt ${path}`));
});

test("what lacks a field is none", () => {
  for (const name of Object.keys(sound).filter((field) => field !== "format")) {
    const { [name as "runs"]: _, ...rest } = sound;
    expect(issuesOf(rest)).toEqual([`not-a-receipt ${name}`]);
  }
});

test.for([null, undefined, 1, "receipt", [], {}, { study: sound.study }])("%j is not of this program", (value) => {
  expect(issuesOf(value)).toEqual(["not-a-receipt "]);
});

test("one of a newer format, study or scenario says so, and nothing else", () => {
  const { study } = sound;
  const newer = { ...study, version: 99, scenario: { ...study.scenario, version: 98 } };
  expect(issuesOf({ ...sound, format: 2, more: 1 })).toEqual(["future-version format"]);
  const both = ["future-version study.version", "future-version study.scenario.version"];
  expect(issuesOf({ ...sound, format: 2, study: newer })).toEqual(both);
  expect(issuesOf({ ...sound, study: { ...study, version: 99 } })).toEqual(both.slice(0, 1));
  expect(issuesOf({ ...sound, study: { ...study, scenario: newer.scenario } })).toEqual(both.slice(1));
});
