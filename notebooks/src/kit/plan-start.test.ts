import type { ScenarioInput } from "@uptake/model";
import { expect, test } from "vitest";
import { strategyTitle } from "./plan-start.js";

const levers = { vision: { clarity: 0.5 } };

test.for<[ScenarioInput, string, title: string, changed: boolean, asShipped: boolean]>([
  [{ strategy: "mandate" }, "mandate", "Mandate", false, true],
  [{ strategy: "mandate", levers }, "mandate", "Mandate", true, false],
  [{ strategy: { base: "mandate", levers } }, "mandate", "Mandate", true, false],
  [{ strategy: { base: "mandate", name: "Ours", levers } }, "mandate", "Ours", false, false],
  [{ strategy: { name: "Ours", levers } }, "Ours", "Ours", false, false],
  [{ strategy: { name: "Ours", levers }, levers }, "Ours", "Ours", true, false],
  [{ strategy: { name: "mandate", levers } }, "mandate", "Mandate", true, false],
])("the strategy of %j begins with %s and is titled %s", ([scenario, name, title, changed, asShipped]) => {
  expect(strategyTitle({ get: () => ({ scenario }) })).toEqual({ name, title, changed, asShipped });
});
