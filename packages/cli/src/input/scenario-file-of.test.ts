import { test as property } from "@fast-check/vitest";
import { profile } from "@uptake/model";
import { scenarioVersion } from "@uptake/model/upgrade";
import { scenarioFileOf } from "@uptake/study/link";
import { expect, test } from "vitest";
import { anyState } from "../../../study/test-support/plan-states.ts";
import { readYaml } from "./read-yaml.ts";

property.prop([anyState])("a scenario file of a state of the pages is read as its scenario", (state) => {
  expect(readYaml(scenarioFileOf(state), "scenario.yaml").value).toEqual({
    version: scenarioVersion,
    ...state.scenario,
  });
});

test("a scenario file of a state of the pages reads as people write one", () => {
  const levers = { coaching: { teachersPerCoach: { between: [20, 40] as const }, start: 6 }, learning: {} };
  const shocks = [{ kind: "budget-cut", month: 12 }];
  const parameters = { values: { "start.adoption": 0.2 } };
  const scenario = { name: "on", district: "small-rural", levers, shocks, parameters };
  expect(scenarioFileOf({ scenario })).toBe(`version: 4
name: "on"
district: small-rural
levers:
  coaching:
    teachersPerCoach:
      between: [20, 40]
    start: 6
  learning: {}
shocks: [{ kind: budget-cut, month: 12 }]
parameters:
  values:
    start.adoption: 0.2
`);
  const own = { district: { ...profile("small-rural"), id: "ours" } };
  expect(readYaml(scenarioFileOf({ scenario: own }), "scenario.yaml").value).toEqual({
    version: scenarioVersion,
    ...own,
  });
});
