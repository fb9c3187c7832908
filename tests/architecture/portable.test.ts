import * as statistics from "simple-statistics";
import { describe, expect, test } from "vitest";
import { inOtherEngine } from "./other-engine.ts";
import { impurities, ofNumbers, sources } from "./sources.ts";

describe("the model gives the same bits on every engine", () => {
  // WebAssembly has the same bits everywhere, and plain code stands in for it where there is none.
  test.for(sources("packages/model/src"))("$path", async ({ path, text }) => {
    expect(await impurities(text)).toEqual(path.endsWith("/engine/compiled-pass.ts") ? ["WebAssembly"] : []);
  });
});

/** The files of `study` that reach what browsers, their workers and Node share: clock, timers, messages. */
const hosted = ["service/service-worker.ts", "evaluate/evaluate-worker.ts", "workers/platform.ts"];

describe("studies give the same bits on every engine", () => {
  test.for(sources("packages/study/src"))("$path", async ({ path, text }) => {
    const allowed = hosted.some((name) => path.endsWith(`/${name}`)) ? ["globalThis"] : [];
    expect(await impurities(text)).toEqual(allowed);
  });
});

describe("what is written and drawn of them is the same on every engine", () => {
  test.for([...sources("packages/charts/src"), ...sources("packages/cli/src")])("$path", async ({ text }) => {
    expect((await impurities(text)).filter(ofNumbers)).toEqual([]);
  });
});

describe("what is taken from simple-statistics is exact", () => {
  const taken = sources("packages/study/src").flatMap(({ text }) =>
    [...text.matchAll(/import \{([^}]*)\} from "simple-statistics"/g)].flatMap(([, names]) =>
      (names as string).split(",").map((name) => name.trim()),
    ),
  );
  const x = Array.from({ length: 40 }, (_, i) => Math.sqrt(i * 7) - ((i * 13) % 5));
  const y = x.map((value, i) => value / (i + 3) + ((i * 11) % 7));
  test.for([...new Set(taken)].sort())("%s", (name) => {
    const of = (statistics as unknown as Record<string, (x: number[], y: number[]) => number>)[name]!;
    const value = of(x, y);
    expect(value).toBeTypeOf("number");
    expect(inOtherEngine(() => of(x, y))).toBe(value);
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
    ["new WebAssembly.Module(bytes)", "WebAssembly"],
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
