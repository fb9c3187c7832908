import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type District, scenario } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { readScenario } from "../input/scenario-source.ts";
import { scenarioFiles } from "./scenario-files.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-scenario-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const district = (d: number): District => ({
  id: `d-${d}`,
  name: `District ${d}`,
  source: "Made up",
  schools: [
    { id: "s", name: "School", level: "high", enrolment: 300 + (d % 7), teachers: 20, lowIncomeShare: (d % 100) / 100 },
  ],
});
const write = (files: ReadonlyMap<string, string>): void => {
  for (const [name, text] of files) writeFileSync(join(cwd, name), text);
};

test("a state's districts stand in one file, which is read again as the same", async () => {
  const whole = scenario({ district: ["small-rural", ...Array.from({ length: 13_000 }, (_, d) => district(d))] });
  const files = scenarioFiles({ prefix: "a-", scenario: whole, replicates: 2 }, "uptake");
  expect([...files.keys()]).toEqual(["a-scenario.yaml", "a-district.json"]);
  write(files);
  const { input, faults } = await readScenario(listeningHost(cwd), "a-scenario.yaml");
  expect(faults).toEqual([]);
  const again = await validateScenario(input);
  expect("scenario" in again && again.scenario).toEqual(whole);
});

test("what is wrong in a list of districts is found in its file", async () => {
  const files = scenarioFiles(
    { prefix: "", scenario: scenario({ district: [district(0), district(1)] }), replicates: 2 },
    "a",
  );
  files.set("district.json", (files.get("district.json") as string).replace('"enrolment":301', '"enrolment":-1'));
  write(files);
  const { input, locate } = await readScenario(listeningHost(cwd), "scenario.yaml");
  const check = await validateScenario(input);
  const issues = "issues" in check ? check.issues.map(locate) : [];
  expect(issues).toMatchObject([{ path: "district[1].schools[0].enrolment", file: "district.json", line: 3 }]);
});
