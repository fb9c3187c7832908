import { parameters } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { checkFactors } from "./factor.ts";
import { factorOf } from "./factor-of.ts";
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
    ["nothing like it", undefined, "no parameter or lever setting is called “nothing like it”"],
    ["levers.coaching.release", [0, 2], "0 to 2 is out of range (allowed: 0 to 1, lower first)"],
    ["levers.coaching.release", [1, 0], "1 to 0 is out of range"],
    ["levers.assessment.months", [1.5, 3], "(allowed: whole numbers, 0 to 24, lower first)"],
  ] as const)("%s over %j is refused: %s", ([name, range, message]) => {
    expect(() => factorOf(name, range)).toThrow(message);
  });
});
