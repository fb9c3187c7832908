import { scenarioVersion } from "@uptake/model/upgrade";
import { expect, test } from "vitest";
import { offeredPlanIn } from "./offered.js";

const scenario = { district: "small-rural", strategy: "mandate" };

test("a plan that is offered is found by its district and strategy, however it is written", () => {
  expect(offeredPlanIn({ scenario })?.name).toBe("small-rural.mandate");
  expect(
    offeredPlanIn({ scenario: { ...scenario, version: scenarioVersion, horizon: 60 }, replicates: 100 })?.name,
  ).toBe("small-rural.mandate");
  expect(offeredPlanIn({ scenario: {} })?.name).toBe("colorado-springs-d11.business-as-usual");
});

test.for([
  ["a lever", { scenario: { ...scenario, levers: { coaching: { teachersPerCoach: 10 } } } }],
  ["a belief", { scenario: { ...scenario, parameters: { values: { "support.floor": 0.2 } } } }],
  ["the target", { scenario: { ...scenario, target: { share: 0.5 } } }],
  ["the seed", { scenario, seed: "other" }],
  ["the number of runs", { scenario, replicates: 200 }],
  ["the strategy", { scenario: { ...scenario, strategy: "network-new-tech" } }],
  ["the district", { scenario: { ...scenario, district: "atlantis" } }],
  ["all of it", { scenario: { ...scenario, horizon: -1 } }],
] as const)("a plan is none of them where %s differs", ([, state]) => {
  expect(offeredPlanIn(state)).toBeUndefined();
});
