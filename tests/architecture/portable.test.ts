import { describe, expect, test } from "vitest";
import { impurities, sources } from "./sources.ts";

describe("the model gives the same bits on every engine", () => {
  test.for(sources("packages/model/src"))("$path", async ({ text }) => {
    expect(await impurities(text)).toEqual([]);
  });
});

describe("the check sees", () => {
  test.for([
    ["Math.random()", "Math"],
    ["Math.exp(1)", "Math"],
    ["Math.fround(1)", "Math"],
    ["Math.LN2", "Math"],
    ["Math['log'](1)", "Math"],
    ["[1].map(Math.sin)", "Math"],
    ["const { exp } = Math", "Math"],
    ["const m = Math; m.cbrt(8)", "Math"],
    ["({ Math })", "Math"],
    ["const a: number = 2 ** 3", "**"],
    ["let a = 2; a **= 3", "**"],
    ["f(a ** b)", "**"],
    ["Date.now()", "Date"],
    ["new Date()", "Date"],
    ["performance.now()", "performance"],
    ["globalThis.Math.cos(1)", "globalThis"],
    ["document.title", "document"],
    ["if (typeof window === 'undefined') process.exit()", "process, window"],
    ["'a'.localeCompare('b')", "localeCompare"],
    ["(1).toLocaleString()", "toLocaleString"],
    ['import { readFileSync } from "node:fs"', "node:fs"],
    ['const fs = await import("node:fs")', "node:fs"],
  ] as const)("%s", async ([text, seen]) => {
    expect((await impurities(text)).join(", ")).toBe(seen);
  });
});

describe("the check lets pass", () => {
  test.for([
    "Math.floor(Math.sqrt(Math.max(1, 2)))",
    "const a = 'Math.random() ** 2'; // Math.random() ** 2, Date.now()",
    "/** Math.exp may differ. */ const a = /\\*\\*/.source.length * 2",
    "plan.window + plan.date.Date + { Date: 1, process: 2 }.process",
    "interface A { Date: number; window: Math }",
  ])("%s", async (text) => {
    expect(await impurities(text)).toEqual([]);
  });
});
