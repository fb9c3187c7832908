import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { ownFolder } from "../../test-support/own-folder.ts";

const own = ownFolder();
const { uptake, file } = own;

const roster = "is a table; a roster is given with --roster FILE --format NAME, or in a scenario, as roster: ";
const scenario = (wanted: string): string => `is a scenario, and no ${wanted}; run it with: uptake run plan.yaml`;
const study = (wanted: string): string => `is a study, and no ${wanted}; run it with: uptake study study.yaml`;
const receipt = (wanted: string): string =>
  `is the receipt of a result, and no ${wanted}; run its study again with: uptake verify result/receipt.json`;
const answer = (wanted: string): string =>
  `is the answer of a result, and no ${wanted}; check it with: uptake verify result`;
const shards = (wanted: string): string =>
  `is a plan of shards, and no ${wanted}; see how far it is with: uptake shard status shards`;
const district = (wanted: string): string =>
  `is a district, and no ${wanted}; name it in a scenario, as in district: ours/district.json`;

beforeEach(() => {
  for (const folder of ["result", "shards", "ours"]) mkdirSync(join(own.cwd, folder));
  file("plan.yaml", "strategy: mandate\n");
  file("study.yaml", "kind: compare\nscenario: { strategy: mandate }\n");
  file("roster.csv", "school,level,enrolment,low_income,teachers\nOak,high,90,9,5\n");
  file("result/receipt.json", '{ "format": 1, "study": { "kind": "run" }, "receipt": "0" }');
  file("result/answer.json", '{ "kind": "run", "sentence": "", "receipt": "0" }');
  file("shards/plan.json", '{ "format": 1, "study": { "kind": "run" }, "shards": 2 }');
  file("ours/district.json", '{ "id": "a", "schools": [] }');
});

test.for<[argv: string, error: string]>([
  [
    "study plan.yaml",
    `plan.yaml:1:1: ${scenario("study")}; or name it in a study that says its kind, as in scenario: `,
  ],
  ["optimise plan.yaml", `plan.yaml:1:1: ${scenario("study")}`],
  ["start plan.yaml", `plan.yaml:1:1: ${scenario("study")}`],
  ["shard plan plan.yaml --out new", `plan.yaml:1:1: ${scenario("study")}`],
  ["verify plan.yaml", "plan.yaml: is no receipt of this program; a receipt is the file receipt.json"],
  ["run study.yaml", "study.yaml:1:1 kind: this is no run study; run it with: uptake study study.yaml"],
  ["compare mandate study.yaml", `study.yaml:1:1: ${study("scenario")}`],
  ["run roster.csv", `roster.csv: ${roster}`],
  ["study roster.csv", `roster.csv: ${roster}`],
  ["compare roster.csv", `roster.csv: ${roster}`],
  ["compare mandate roster.csv", `roster.csv: ${roster}`],
  ["run result/receipt.json", `result/receipt.json:1:1: ${receipt("scenario")}`],
  ["study result/receipt.json", `result/receipt.json:1:1: ${receipt("study")}`],
  ["compare result/receipt.json", `result/receipt.json:1:1: ${receipt("study")}`],
  ["explain result/answer.json", `result/answer.json:1:1: ${answer("study")}`],
  ["compare mandate result/answer.json", `result/answer.json:1:1: ${answer("scenario")}`],
  ["verify result/answer.json", `result/answer.json:1:1: ${answer("receipt")}`],
  ["run shards/plan.json", `shards/plan.json:1:1: ${shards("scenario")}`],
  ["study shards/plan.json", `shards/plan.json:1:1: ${shards("study")}`],
  ["shard plan shards/plan.json --out new", `shards/plan.json:1:1: ${shards("study")}`],
  ["verify shards/plan.json", `shards/plan.json:1:1: ${shards("receipt")}`],
  ["run ours/district.json", `ours/district.json:1:1: ${district("scenario")}`],
  ["run result", "result: is the folder of a result; check it with: uptake verify result"],
  ["study shards", "shards: is the folder of a plan of shards; see how far it is with: uptake shard status shards"],
  ["run ours", "ours: is the folder of an import; name its district in a scenario, as in district: ours/district.json"],
  [
    "shard run shards/plan.json --index 0",
    "shards/plan.json: is a file; a plan of shards is named by its folder: shards",
  ],
  [
    "shard status result",
    "result: holds no plan.json, as the folder of a plan of shards does; make one with: uptake shard",
  ],
  ["shard status none", "none: there is no such folder"],
  [
    "verify shards",
    "shards: is the folder of a plan of shards, and holds no receipt; its result is made with: uptake shard",
  ],
  ["verify ours", "ours: holds no receipt.json, as a folder of results does"],
  ["import plan.yaml --format generic", "plan.yaml: is YAML and no table; a roster is CSV or Parquet"],
  [
    "run --strategy plan.yaml",
    "--strategy: names a strategy; a scenario file is given without the option: uptake run plan",
  ],
  [
    "run --district ours",
    "--district: names an embedded district; that of an import is named in a scenario, as district: ",
  ],
  ["run none.csv", "none.csv: there is no such file"],
])("uptake %s: one line says what the file is, and what takes it", async ([argv, error]) => {
  const { code, out, err } = await uptake(...argv.split(" "));
  expect([code, out]).toEqual([2, ""]);
  expect(err.slice(0, `error: ${error}`.length)).toBe(`error: ${error}`);
  expect(err.split("\n")).toHaveLength(2);
});

test("the scenario that a result ran is named where it stands beside it", async () => {
  file("result/scenario.yaml", "strategy: mandate\n");
  expect((await uptake("run", "result")).err).toBe(
    "error: result: is the folder of a result; check it with: uptake verify result; the scenario it ran is result/scenario.yaml\n",
  );
});

test("a study that only forgot its kind is no scenario", async () => {
  file("study.yaml", "scenario: { strategy: mandate }\nreplicates: 2\n");
  expect((await uptake("study", "study.yaml")).err).toMatch(/^error: study\.yaml:1:1 kind: is missing \(/);
});
