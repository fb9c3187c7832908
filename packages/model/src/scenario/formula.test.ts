import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { exp, log, pow } from "../numerics/math.ts";
import { evaluateFormula } from "./formula.ts";
import { formulaFunctions } from "./formula-functions.ts";
import { formulaLimit } from "./formula-limit.ts";

/** Computes a formula that must have values. */
function valuesOf(text: string, months = 24): number[] {
  const result = evaluateFormula(text, months, formulaFunctions);
  if ("problem" in result) throw new Error(`${text} ${result.problem}`);
  return [...result.values];
}

const months = Array.from({ length: 24 }, (_, t) => t);

describe("a formula has, bit for bit, the values it spells", () => {
  test.for<[string, (t: number) => number]>([
    ["0.5 * exp(-t / 12)", (t) => 0.5 * exp(-t / 12)],
    ["log(1 + t) / 10", (t) => log(1 + t) / 10],
    ["0.9 ^ t", (t) => pow(0.9, t)],
    ["pow(t, 0.3) - 2", (t) => pow(t, 0.3) - 2],
    ["2 ^ 3 ^ 0.5", () => pow(2, pow(3, 0.5))],
    ["1.7 ^ (t ^ 0.5) / 2", (t) => pow(1.7, pow(t, 0.5)) / 2],
    ["((t + 1) ^ 0.3) ^ 1.1", (t) => pow(pow(t + 1, 0.3), 1.1)],
    [
      "(t > 3 ? exp(-(0.1 * t) ^ 1.5) : 0.2 ^ 0.7) ^ 0.9",
      (t) => pow(t > 3 ? exp(-pow(0.1 * t, 1.5)) : pow(0.2, 0.7), 0.9),
    ],
    ["pow(2 ^ 0.1, max(t ^ 0.2, 1.5)) ^ -0.3", (t) => pow(pow(pow(2, 0.1), Math.max(pow(t, 0.2), 1.5)), -0.3)],
    ["(t == 3) ^ 0.5 + exp(t < 2) + -(t != 1)", (t) => (t === 3 ? 1 : 0) + exp(t < 2 ? 1 : 0) - (t === 1 ? 0 : 1)],
    ["-2 ^ 2 + 2 ^ -1 + +t", (t) => -4 + 0.5 + t],
    ["(0.1 * t > 0.3) + (0.1 * t == 0.3)", (t) => (t >= 3 ? 1 : 0)],
    ["t < 3 ? 1 : t < 6 ? .5 : 2.", (t) => (t < 3 ? 1 : t < 6 ? 0.5 : 2)],
    ["0.5\n  * t\n", (t) => 0.5 * t],
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
  const variable = "the only variable is t, the scenario month";
  const aside = "has two values side by side; write * between them";
  test.for<[text: string, problem: string, column: number]>([
    ["t +", "cannot be read: Unexpected end of expression", 4],
    ["t ** 2", "cannot be read: Value expected", 4],
    ["(t", "cannot be read: Parenthesis ) expected", 3],
    ["t)", "cannot be read: Unexpected operator )", 2],
    ["min(t,)", "cannot be read: Value expected", 7],
    ["()", "cannot be read: Value expected", 2],
    ["t ? 1", "cannot be read: False part of conditional expression expected", 6],
    ["t * (,2)", "cannot be read: Value expected", 6],
    ["1, 2", "cannot be read: Unexpected operator ,", 2],
    ["", "is empty", 1],
    [" ", "is empty", 1],
    ["x + 1", `names x; ${variable}`, 1],
    ["e ^ t", `names e; ${variable}`, 1],
    ["t + pi", `names pi; ${variable}`, 5],
    ["T", `names T; ${variable}`, 1],
    ["Infinity > t", `names Infinity; ${variable}`, 1],
    ["0 * NaN", `names NaN; ${variable}`, 5],
    ["null", `names null; ${variable}`, 1],
    ["true", `names true; ${variable}`, 1],
    ["t * 3 cm", `names cm; ${variable}`, 7],
    ["t to 3", `names to; ${variable}`, 3],
    ["5 mod 2", `names mod; ${variable}`, 3],
    ["t >= 6 and t", `names and; ${variable}`, 8],
    ["1 - not(t)", "calls not, which is not a known function", 5],
    ["0x1F + 1", `names x1F; ${variable}`, 2],
    ["0.5 + 1e", `names e; ${variable}`, 8],
    ["sin(t)", "calls sin, which is not a known function", 1],
    ["1 + log10(t + 1)", "calls log10, which is not a known function", 5],
    ["toString(t)", "calls toString, which is not a known function", 1],
    ["constructor(t)", "calls constructor, which is not a known function", 1],
    ["t(2)", "calls t, which is no function", 1],
    ["1 + exp", "names exp without (its values)", 5],
    ["exp(t, 2)", "gives exp 2 values", 1],
    ["1 + pow(t)", "gives pow 1 values", 5],
    ["t + min(exp(1), max())", "gives max 0 values", 17],
    ["2 t", aside, 3],
    ["2(t)", aside, 2],
    ["(t)(t)", aside, 4],
    ["(t) 2", aside, 5],
    ["exp(t) t", aside, 8],
    ["t 2", aside, 3],
    ["1 2", aside, 3],
    ["1.5.2", aside, 4],
    ["1 < t < 5", "compares what is a comparison; put that in parentheses", 7],
    ["(t > 1) + (1 == t != 5)", "compares what is a comparison; put that in parentheses", 19],
    ["1:5", "has a : without a ? before it", 2],
    ["t ? (1:2) : 3", "has a : without a ? before it", 7],
    ["t ? 1 : 2 : 3", "has a : without a ? before it", 11],
    ["5% * t", "uses %, which is not allowed", 2],
    ["0.4 - 5%", "uses %, which is not allowed", 8],
    ["t % 2", "uses %, which is not allowed", 3],
    ["t = 3", "uses =, which is not allowed", 3],
    ["f(t) = t", "uses =, which is not allowed", 6],
    ["exp(t) => t", "uses =, which is not allowed", 8],
    ["[1, 2]", "uses [, which is not allowed", 1],
    ["{a: 1}", "uses {, which is not allowed", 1],
    ["t.a", "uses ., which is not allowed", 2],
    ["t .* 2", "uses ., which is not allowed", 3],
    ["t.^2", "uses ., which is not allowed", 2],
    ["'a'", "uses ', which is not allowed", 1],
    ['t + "a"', 'uses ", which is not allowed', 5],
    ["t'", "uses ', which is not allowed", 2],
    ["t!", "uses !, which is not allowed", 2],
    ["t & 1", "uses &, which is not allowed", 3],
    ["t | 1", "uses |, which is not allowed", 3],
    ["~t", "uses ~, which is not allowed", 1],
    ["t << 1", "compares what is a comparison; put that in parentheses", 4],
    ["1; 2", "uses ;, which is not allowed", 2],
    ["t # of months", "uses #, which is not allowed", 3],
    ["2 × t", "uses ×, which is not allowed", 3],
    ["t − 1", "uses −, which is not allowed", 3],
    ["0.5 * 😀", "uses 😀, which is not allowed", 7],
  ])("%s", ([text, problem, column]) => {
    expect(evaluateFormula(text, 24, formulaFunctions)).toMatchObject({
      problem: `${problem} (character ${column})`,
      column,
    });
  });
  test.for<[text: string, problem: string, month?: number]>([
    ["1 / t", "is Infinity in month 0", 0],
    ["t / (t - 5)", "is Infinity in month 5", 5],
    ["log(t - 3)", "is NaN in month 0", 0],
    ["t > 2 ? 1e400 : 1", "is Infinity in month 3", 3],
    ["t ".repeat(formulaLimit), "is longer than 500 characters"],
  ])("%s", ([text, problem, month]) => {
    expect(evaluateFormula(text, 24, formulaFunctions)).toEqual({ problem, ...(month === undefined ? {} : { month }) });
  });
  property.prop([fc.oneof(fc.string(), fc.stringMatching(/^[t0-9+*/^().<>?:, a-z-]{1,30}$/))])(
    "makes no sense, without throwing",
    (text) => {
      const result = evaluateFormula(text, 3, formulaFunctions);
      if ("values" in result) expect(result.values.every(Number.isFinite)).toBe(true);
      else expect(result.problem).not.toBe("");
    },
  );
});

test("exp, log and pow are the portable ones", () => {
  expect(formulaFunctions).toMatchObject({ exp, log, pow });
});
