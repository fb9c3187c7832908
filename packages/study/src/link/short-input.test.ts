import { fc, test as property } from "@fast-check/vitest";
import { type Scenario, scenario, strategies } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { describe, expect, test } from "vitest";
import { anyScenario } from "../../test-support/plan-states.ts";
import { shortInput } from "./short-input.ts";

describe("a short input", () => {
  property.prop([anyScenario], { numRuns: 30 })("completes to the scenario it is of", async (input) => {
    const read = await validateScenario(input);
    fc.pre("scenario" in read);
    const completed = (read as { scenario: Scenario }).scenario;
    expect(scenario(shortInput(structuredClone(completed)))).toEqual(completed);
  });
  const levers = { design: { time: 0.5 } };
  test.for([
    { strategy: { base: "grant-1m", name: "Mine" } },
    { strategy: { name: "Mine" } },
    { strategy: { name: "coaching-only", levers } },
    { strategy: { base: "coaching-only", levers }, levers: { coaching: { start: 3 } }, name: "Both" },
    { strategy: {} },
    { strategy: { levers } },
    { strategy: "coaching-only", levers: {} },
  ])("completes to the scenario of %j, its names too", (input) => {
    expect(scenario(shortInput(scenario(input)))).toEqual(scenario(input));
  });
  test.for(strategies)("names a shipped strategy: $name", ({ name, levers }) => {
    const district = "porterville-unified";
    expect(shortInput(scenario({ strategy: name, district }))).toEqual({ strategy: name, district });
    const other = { strategy: name, district, levers: { coaching: { teachersPerCoach: 399 }, design: {} } };
    const { design: _, ...more } = other.levers;
    const expected = "design" in levers ? { ...other, levers: more } : other;
    expect(shortInput(scenario(other))).toEqual(expected);
  });
});
