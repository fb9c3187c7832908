import { describe, expect, test } from "vitest";
import { readValue, type ValueKind, writeValue } from "./link-value.ts";

describe("a value and its text", () => {
  test.for<[kind: ValueKind, value: unknown, text: string]>([
    ["plain", 20, "20"],
    ["plain", -0.5, "-0.5"],
    ["plain", 1e-7, "1e-7"],
    ["plain", -0, "-0"],
    ["plain", true, "true"],
    ["plain", "t/12", "t/12"],
    ["plain", "20", "'20'"],
    ["plain", "true", "'true'"],
    ["plain", "'a'", "''a''"],
    ["plain", "1..2", "1..2"],
    ["plain", "a,b", "a,b"],
    ["text", "20", "20"],
    ["text", "'a'", "'a'"],
    ["use", {}, "on"],
    ["use", "on", "'on'"],
    ["use", "a,b", "a,b"],
    ["setting", { between: [20, 40] }, "20..40"],
    ["setting", { between: [-1, -0.5] }, "-1..-0.5"],
    ["setting", "20..40", "'20..40'"],
    ["setting", [{ from: 0, value: 50 }], "0:50"],
    [
      "setting",
      [
        { from: 0, value: 50 },
        { from: 12, value: -2.5 },
      ],
      "0:50,12:-2.5",
    ],
    ["setting", { among: ["need", "random"] }, "need,random"],
    ["setting", { among: ["need"] }, "need,"],
    ["setting", "need", "need"],
    ["prior", [0.1, 0.2], "0.1..0.2"],
    ["prior", { bell: [0.3, 0.1] }, "0.3~0.1"],
    ["prior", "a,b", "a,b"],
    ["names", ["a", "b"], "a,b"],
    ["names", ["a"], "a,"],
    ["names", "a", "a"],
    ["list", ["a", "b.c-d_e"], "a,b.c-d_e"],
    ["list", ["a"], "a,"],
  ])("of kind %s: %j is “%s”", ([kind, value, text]) => {
    expect(writeValue(value, kind)).toBe(text);
    expect(readValue(text, kind)).toEqual(value);
  });
  test.for<[kind: ValueKind, text: string, value: unknown]>([
    ["plain", ".5", 0.5],
    ["plain", "1e999", "1e999"],
    ["plain", "'", "'"],
    ["setting", ".5..1e1", { between: [0.5, 10] }],
    ["setting", "0:1,b", "0:1,b"],
    ["setting", "1000:1", "1000:1"],
    ["names", "a,b c", "a,b c"],
    ["names", "b c,a", "b c,a"],
    ["names", "a,,b", "a,,b"],
    ["list", "a", ["a"]],
    ["prior", "1..2..3", "1..2..3"],
  ])("of kind %s: “%s” is read as %j", ([kind, text, value]) => expect(readValue(text, kind)).toEqual(value));
  test.for<[kind: ValueKind, value: unknown]>([
    ["plain", null],
    ["plain", { a: 1 }],
    ["plain", ["a"]],
    ["text", 20],
    ["use", { start: 3 }],
    ["use", []],
    ["use", null],
    ["use", new Float64Array(0)],
    ["setting", { between: [20, 40], every: 2 }],
    ["setting", { between: [20] }],
    ["setting", { between: [20, "40"] }],
    ["setting", []],
    ["setting", [{ from: 0 }]],
    ["setting", { among: ["a b"] }],
    ["setting", null],
    ["prior", [1, 2, 3]],
    ["prior", { bell: [1, 2], more: 1 }],
    ["names", ["a", 1]],
    ["list", ["a", "b,c"]],
  ])("of kind %s: there is no text for %j", ([kind, value]) => expect(writeValue(value, kind)).toBeUndefined());
});
