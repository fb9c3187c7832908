import { levers, parameters, scenario } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { describe, expect, test } from "vitest";
import { checkFactors } from "./factor.ts";
import { factorOf, wrongValues } from "./factor-of.ts";
import { type Level, levelOf, namedFactors, namesOf } from "./level.ts";
import { pointSettings, withSettings } from "./point-scenario.ts";
import { valueAt } from "./value-at.ts";

describe("the factor of a name", () => {
  test("is a parameter with its prior", () => {
    for (const { name, prior, range } of parameters) expect(factorOf(name)).toEqual({ name, prior, range });
  });

  test("is a lever's setting over its range, counts in whole numbers", () => {
    expect(factorOf("levers.coaching.release").prior).toEqual({ shape: "uniform", low: 0, high: 1 });
    expect(factorOf("levers.coaching.intensity").prior).toEqual({ shape: "uniform", low: 0, high: 1 });
    const months = factorOf("levers.assessment.months", [2, 4]);
    expect([0, 0.2, 0.5, 0.9, 1].map((u) => valueAt(months, u))).toEqual([2, 2, 3, 4, 4]);
    expect(() => checkFactors([months, factorOf("levers.entry.every")])).not.toThrow();
  });

  test("takes a narrower range", () => {
    const coaches = factorOf("levers.coaching.teachersPerCoach", [10, 40]);
    expect(coaches.prior).toEqual({ shape: "uniform", low: 10, high: 40 });
  });

  test.for([
    ["levers.coaching.relaese", undefined, "did you mean levers.coaching.release?"],
    ["nothing like it", undefined, "nothing that can be varied is called “nothing like it”"],
    ["strategy", undefined, "strategy takes names, which cannot be spread between two ends (allowed: a grid, or rows)"],
    ["levers.coaching.allocatoin", undefined, "did you mean levers.coaching.allocation?"],
    ["levers.coaching.release", [0, 2], "0 to 2 is out of range (allowed: 0 to 1, lower first)"],
    ["levers.coaching.release", [1, 0], "1 to 0 is out of range"],
    ["levers.assessment.months", [1.5, 3], "(allowed: whole numbers, 0 to 24, lower first)"],
  ] as const)("%s over %j is refused: %s", ([name, range, message]) => {
    expect(() => factorOf(name, range)).toThrow(message);
  });
});

describe("values of a factor", () => {
  test.for<[string, Level, string | undefined]>([
    ["target.share", 0.5, undefined],
    ["target.share", 1.5, "out-of-range"],
    ["strategy", "mandate", undefined],
    ["strategy", "mandat", "unknown-level"],
    ["strategy", 3, "unknown-level"],
    ["district", "small-rural", undefined],
    ["switches.everyoneAware", true, undefined],
    ["switches.everyoneAware", "yes", "unknown-level"],
    ["switches.contagion", "none", undefined],
    ["levers.coaching.allocation", "need", undefined],
    ["levers.coaching.allocation", "equally", "unknown-level"],
    ["trying.support", "high", "not-a-number"],
  ])("%s may be %j: %s", ([name, value, code]) => {
    expect(wrongValues(name, [value])[0]?.code).toBe(code);
  });

  test("are on and off of a switch", () => {
    expect(["on", "off", "maybe"].map((one) => levelOf("switches.everyoneAware", one))).toEqual([true, false, "maybe"]);
    expect(levelOf("switches.contagion", "none")).toBe("none");
  });

  test("name all choices of levers, and are settings that a scenario has", async () => {
    for (const name of namedFactors) {
      const own = withSettings(scenario({}), pointSettings([name], [namesOf(name)![0]!]));
      const {
        warnings: _,
        changes: __,
        ...checked
      } = (await validateScenario(own)) as { warnings: unknown; changes: unknown };
      expect(checked, name).toHaveProperty("scenario");
    }
    const all = levers.flatMap(({ name, choices = [] }) => choices.map((one) => `levers.${name}.${one.name}`));
    expect(namedFactors).toEqual(expect.arrayContaining(all));
    const switches = Object.keys(scenario({}).switches).map((one) => `switches.${one}`);
    expect(namedFactors.filter((name) => name.startsWith("switches.")).sort()).toEqual(switches.sort());
  });
});
