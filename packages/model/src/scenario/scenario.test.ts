import { describe, expect, test } from "vitest";
import { InputError } from "../issue.ts";
import { strategies } from "./presets/index.ts";
import { scenario } from "./scenario.ts";
import { scenarioVersion } from "./upgrade/scenario-version.ts";

/** Lists the parts of plain data that are not frozen, by path. */
function loose(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => loose(part, `${path}.${key}`));
  return Object.isFrozen(value) ? inner : [path, ...inner];
}

test("a scenario takes its defaults", () => {
  expect(scenario()).toEqual({
    version: scenarioVersion,
    name: "business-as-usual",
    district: "colorado-springs-d11",
    strategy: "business-as-usual",
    levers: {},
    horizon: 60,
    funded: 36,
    shocks: [],
    switches: {
      contagion: "simple",
      network: "advice",
      everyoneAware: false,
      designPrerequisite: true,
      levels: "drawn",
      prescriptionCosts: true,
    },
    survey: false,
    target: { share: 0.8, month: 34, of: "teachers" },
    ease: { join: 1, drop: 1, hear: 1, try: 1, "give-up": 1, use: 1, own: 1, lapse: 1, leave: 1 },
    own: null,
    parameters: { draw: "sampled", values: {}, priors: {}, worlds: null, effects: "independent", level: null },
  });
});

test("levers are laid over the strategy's, setting by setting", () => {
  const { levers } = scenario({
    strategy: { base: "coaching-only", levers: { coaching: { release: 0.5 }, vision: {} } },
    levers: { coaching: { release: 1 } },
  });
  expect(levers).toEqual({
    entry: { cohorts: 1, every: 12, order: "random" },
    coaching: { teachersPerCoach: 20, release: 1 },
    vision: {},
  });
});

describe("the strategy is named", () => {
  test.for([
    [{ strategy: "mandate" }, "mandate"],
    [{ strategy: "mandate", levers: {} }, "mandate (changed)"],
    [{ strategy: { base: "mandate", levers: { vision: {} } } }, "mandate (changed)"],
    [{ strategy: { levers: { vision: {} } } }, "custom"],
    [{ strategy: { base: "mandate", name: "ours", levers: { vision: {} } } }, "ours"],
    [{ strategy: { name: "ours", levers: { vision: {} } } }, "ours"],
    [{ strategy: { name: "ours", levers: { vision: {} } }, levers: { vision: { clarity: 1 } } }, "ours (changed)"],
    [{ strategy: { name: "ours (changed)", levers: { vision: {} } } }, "ours (changed)"],
    [{ strategy: { name: "mandate", levers: { vision: {} } } }, "mandate (changed)"],
  ] as const)("%j", ([input, name]) => {
    expect(scenario(input).strategy).toBe(name);
  });
});

test("a scenario is frozen all the way down, and survives a copy and JSON", () => {
  for (const { name } of strategies) {
    const one = scenario({
      strategy: name,
      shocks: [{ kind: "budget-cut", month: 3 }],
      levers: { vision: { clarity: [{ from: 0, value: 1 }] } },
    });
    expect(loose(one)).toEqual([]);
    expect(structuredClone(one)).toEqual(one);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(scenario({ ...one, strategy: { name: "copy", levers: one.levers } }).levers).toEqual(one.levers);
  }
});

test("an unknown strategy is refused, with the nearest", () => {
  expect(() => scenario({ strategy: "manndate" })).toThrow(InputError);
  expect(() => scenario({ strategy: { base: "manndate" } })).toThrow(/mandate/);
});
