import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { exp, log, pow } from "../numerics/math.ts";
import { evaluateFormula, formulaFunctions, formulaLimit } from "./formula.ts";

/** Computes a formula that must have values. */
function valuesOf(text: string, months = 24): number[] {
  const result = evaluateFormula(text, months);
  if ("problem" in result) throw new Error(`${text} ${result.problem}`);
  return [...result.values];
}

/** Returns what is wrong with a formula. */
function problemOf(text: string): string {
  const result = evaluateFormula(text, 24);
  return "problem" in result ? result.problem : "";
}

const months = Array.from({ length: 24 }, (_, t) => t);

describe("a formula has, bit for bit, the values it spells", () => {
  test.for<[string, (t: number) => number]>([
    ["0.5 * exp(-t / 12)", (t) => 0.5 * exp(-t / 12)],
    ["log(1 + t) / 10", (t) => log(1 + t) / 10],
    ["0.9 ^ t", (t) => pow(0.9, t)],
    ["pow(t, 0.3) - 2", (t) => pow(t, 0.3) - 2],
    ["2 ^ 3 ^ 0.5", () => pow(2, pow(3, 0.5))],
    ["min(1, t / 12, 0.7) + max(0, t - 20)", (t) => Math.min(1, t / 12, 0.7) + Math.max(0, t - 20)],
    ["t < 12 ? 0.2 : 0.8", (t) => (t < 12 ? 0.2 : 0.8)],
    ["(t == 3) + (t != 3) / 2", (t) => (t === 3 ? 1 : 0.5)],
    [
      "floor(t / 6) + ceil(t / 7) - abs(3 - t) + sqrt(t)",
      (t) => Math.floor(t / 6) + Math.ceil(t / 7) - Math.abs(3 - t) + Math.sqrt(t),
    ],
    ["-t + 1e-3", (t) => -t + 1e-3],
    ["0.25", () => 0.25],
  ])("%s", ([text, value]) => {
    expect(valuesOf(text)).toEqual(months.map(value));
  });
});

const coefficient = fc.integer({ min: 1, max: 20_000 }).map((i) => (i % 2 ? i : -i) / 997);
property.prop([coefficient, coefficient])("arithmetic is that of the engine", (a, b) => {
  expect(valuesOf(`(${a}) * t + (${b}) * (${a}) - (${b})`, 3)).toEqual([0, 1, 2].map((t) => a * t + b * a - b));
});

describe("a formula is refused that", () => {
  test.for([
    ["t +", "cannot be read"],
    ["", "holds something that is not a number"],
    ["x + 1", "names x; the only variable is t"],
    ["e ^ t", "names e; the only variable is t"],
    ["sin(t)", "calls sin, which is not a known function"],
    ["toString(t)", "calls toString"],
    ["constructor(t)", "calls constructor"],
    ["exp(t, 2)", "gives exp 2 values"],
    ["pow(t)", "gives pow 1 values"],
    ["1 / t", "is Infinity in month 0"],
    ["t / (t - 5)", "is Infinity in month 5"],
    ["log(t - 3)", "is NaN in month 0"],
    ["t = 3", "assignment"],
    ["[1, 2]", "array"],
    ["t.a", "not allowed"],
    ["f(t) = t", "functionassignment"],
    ["'a'", "not a number"],
    ["true", "not"],
    ["t % 2", "the operator %"],
    ["t >= 6 and t", "the operator and"],
    ["t!", "the operator !"],
    ["1; 2", "block"],
    ["t ".repeat(formulaLimit), "longer than 500 characters"],
  ] as const)("%s", ([text, problem]) => {
    expect(problemOf(text)).toContain(problem);
  });
  property.prop([fc.oneof(fc.string(), fc.stringMatching(/^[t0-9+*/^().<>?:, a-z-]{1,30}$/))])(
    "makes no sense, without throwing",
    (text) => {
      const result = evaluateFormula(text, 3);
      if ("values" in result) expect(result.values.every(Number.isFinite)).toBe(true);
      else expect(result.problem).not.toBe("");
    },
  );
});

test("exp, log and pow are the portable ones", () => {
  expect(formulaFunctions).toMatchObject({ exp, log, pow });
});
