import * as statistics from "simple-statistics";
import { describe, expect, test } from "vitest";
import { inOtherEngine } from "./other-engine.ts";
import { impurities, ofNumbers, sources } from "./sources.ts";

describe("the model gives the same bits on every engine", () => {
  // WebAssembly has the same bits everywhere, and plain code stands in for it where there is none.
  test.for(sources("packages/model/src"))("$path", async ({ path, text }) => {
    expect(await impurities(text)).toEqual(path.endsWith("/numerics/program.ts") ? ["WebAssembly"] : []);
  });
});

/** What files of `study` reach beyond the language: clock, timers and messages, or workers of a browser or of Node. */
const hosted: Readonly<Record<string, readonly string[]>> = {
  "evaluate/evaluate-worker.ts": ["globalThis"],
  "evaluate/node-thread.ts": ["globalThis", "node:worker_threads"],
  "evaluate/node-workers.ts": ["Worker", "node:os", "node:worker_threads"],
  "evaluate/web-workers.ts": ["Worker", "navigator"],
  "service/service-worker.ts": ["globalThis"],
  "workers/platform.ts": ["globalThis"],
};

describe("studies give the same bits on every engine", () => {
  test.for(sources("packages/study/src"))("$path", async ({ path, text }) => {
    expect(await impurities(text)).toEqual(hosted[path.replace("packages/study/src/", "")] ?? []);
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
    ["Math?.exp(1)", "Math"],
    ["Math[name](1)", "Math"],
    ["(0, Math).pow(2, 3)", "Math"],
    ["Reflect.get(Math, 'exp')(1)", "Math"],
    ["const { floor, ...rest } = Math", "Math"],
    ["const floor = Math.floor, exp = Math.exp", "Math"],
    ["class A { static of = Math.tanh }", "Math"],
    ["const f = (x: number, of = Math.expm1) => of(x)", "Math"],
    [`f\`\${Math.log1p(1)}\``, "Math"],
    ["export const m = Math", "Math"],
    ["2n ** 3n", "**"],
    ["a.b **= 2", "**"],
    ["const root = (x: number): number => x ** 0.5", "**"],
    ["globalThis.Math.cos(1)", "Math, globalThis"],
    ["globalThis['Math'].cos(1)", "Math, globalThis"],
    ["globalThis?.Math?.cos(1)", "Math, globalThis"],
    ["const { Math: m } = globalThis", "Math, globalThis"],
    ["const { Date: Clock } = self", "Date, self"],
    ["window.Intl.NumberFormat()", "Intl, window"],
    ["Date['now']()", "Date"],
    ["new Intl.Collator().compare('a', 'b')", "Intl"],
    ["names.sort(new Intl.Collator().compare)", "Intl"],
    ["new WeakRef({})", "WeakRef"],
    ["'a'.toLocaleLowerCase()", "toLocaleLowerCase"],
    ["a['localeCompare'](b)", "localeCompare"],
    ["const { localeCompare } = String.prototype", "localeCompare"],
    ["(0.3).toString(36)", "toString"],
    ["(0.3).toString(base)", "toString"],
    ["[2, 1].sort((a, b) => a > b)", "sort"],
    ["[2, 1].toSorted((a, b) => a.size < b.size)", "sort"],
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

describe("another engine", () => {
  const all = Array.from({ length: 40 }, (_, i) => (i * 17) % 40);
  test("has functions with another last place", () => {
    expect(inOtherEngine(() => Math.exp(1))).not.toBe(Math.exp(1));
    expect(Math.exp(1)).toBe(Math.E);
  });
  test("sorts alike by a comparison that holds together", () => {
    const sorted = (): unknown[] => [
      all.toSorted((a, b) => (a % 7) - (b % 7)),
      [...all].sort((a, b) => b - a),
      Float64Array.from(all).sort((a, b) => b - a),
      [3, undefined, 1].sort((a, b) => a! - b!),
    ];
    expect(inOtherEngine(sorted)).toEqual(sorted());
    expect(sorted()[3]).toEqual([1, 3, undefined]);
  });
  test("sorts otherwise by one that does not", () => {
    const holes = all.map((value) => (value % 5 === 0 ? Number.NaN : value));
    const sorted = (): number[] => holes.toSorted((a, b) => a - b);
    expect(inOtherEngine(sorted)).not.toEqual(sorted());
  });
});

describe("the check lets pass", () => {
  test.for([
    "Math.floor(Math.sqrt(Math.max(1, 2)))",
    "const a = 'Math.random() ** 2'; // Math.random() ** 2, Date.now()",
    "/** Math.exp may differ. */ const a = /\\*\\*/.source.length * 2",
    "plan.window + plan.date.Date + { Date: 1, process: 2 }.process",
    "interface A { Date: number; window: Math }",
    "[2, 1].sort((a, b) => a - b) && ['b', 'a'].sort() && ['b'].toSorted((a, b) => (a < b ? -1 : 1))",
    "(7).toString(16) + (7).toString() + String(0.3) + bytes.toString('hex')",
    "const { floor } = { floor: Math.floor }; Math?.floor(1)",
  ])("%s", async (text) => {
    expect(await impurities(text)).toEqual([]);
  });
});
