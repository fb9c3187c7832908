import { fc, test as property } from "@fast-check/vitest";
import { type ScenarioInput, version } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { describe, expect, test } from "vitest";
import { anyState } from "../../test-support/plan-states.ts";
import { linkOf, longestLink, readLink, startScenario, writeLink } from "./index.ts";

/** Returns a scenario as a link brings it back: with its district, and what its strategy is called. */
function broughtBack({
  strategy = "business-as-usual",
  district = "colorado-springs-d11",
  ...rest
}: ScenarioInput): ScenarioInput {
  const unnamed = typeof strategy === "object" && strategy.base === undefined;
  return { district, strategy: unnamed ? { name: "custom", ...strategy } : strategy, ...rest };
}

const isSound = async (scenario: ScenarioInput): Promise<boolean> => "scenario" in (await validateScenario(scenario));

describe("a link", () => {
  property.prop([anyState], { numRuns: 30 })("brings back the state it was made from", async (state) => {
    const { scenario, seed, replicates, pinned = [] } = state;
    const { query, left } = writeLink(state);
    fc.pre(query.length <= longestLink && left.length === 0);
    const read = await readLink(query);
    // What a scenario file with the same would be refused for, a link leaves out.
    if (read.notices.length > 0) {
      const sound = await Promise.all([scenario, ...pinned.map((plan) => plan.scenario)].map(isSound));
      expect(sound).toContain(false);
      fc.pre(false);
    }
    expect(read.state).toStrictEqual({
      scenario: broughtBack(scenario),
      ...(seed === undefined ? {} : { seed }),
      ...(replicates === undefined ? {} : { replicates }),
      ...(pinned.length === 0
        ? {}
        : { pinned: pinned.map(({ name, scenario: own }) => ({ name, scenario: broughtBack(own) })) }),
    });
  });

  test("brings back what pages are set to, and only what some page is set to", async () => {
    const page = { "inside.run": "worst", "inside.school": "a b" };
    const query = linkOf({ scenario: startScenario, page });
    expect(query).toBe(`?v=2&m=${version}&inside.run=worst&inside.school=a+b`);
    expect(await readLink(query)).toMatchObject({ state: { scenario: startScenario, page }, notices: [] });
    const wrong = await readLink("?inside.rn=worst&inside.run=");
    expect(wrong.state).toEqual({ scenario: startScenario });
    expect(wrong.notices.map(({ path }) => path)).toEqual(["inside.rn", "inside.run"]);
  });

  test("holds only what differs from the start, with the versions of its format and of the model", () => {
    expect(linkOf({ scenario: startScenario })).toBe("");
    expect(linkOf({ scenario: { ...startScenario, levers: { coaching: { teachersPerCoach: 20 } } } })).toBe(
      `?v=2&m=${version}&levers.coaching.teachersPerCoach=20`,
    );
  });

  test("holds shocks by their places, and a strategy of no lever by the name that such have", () => {
    const shocks = [
      { kind: "budget-cut", month: 12 },
      { kind: "survey-gap", month: 3 },
    ] as const;
    expect(writeLink({ scenario: { ...startScenario, shocks } })).toEqual({
      query: `?v=2&m=${version}&shocks.0.kind=budget-cut&shocks.0.month=12&shocks.1.kind=survey-gap&shocks.1.month=3`,
      left: [],
    });
    const bare = { ...startScenario, strategy: { levers: {} } };
    expect(linkOf({ scenario: bare })).toBe(`?v=2&m=${version}&strategy.name=custom`);
  });
});
