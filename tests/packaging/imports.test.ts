import { build } from "esbuild";
import { describe, expect, inject, test } from "vitest";
import { programs, run, subPaths, write } from "./packed.ts";

const paths = subPaths();
const libraries = paths.filter((path) => !programs.includes(path));

test("CommonJS requires every part", async () => {
  const lines = libraries.map((path) => `counts.push(Object.keys(require("${path}")).length);`);
  write("every.cjs", ["const counts = [];", ...lines, "console.log(JSON.stringify(counts));"].join("\n"));
  const { code, out, err } = await run("node", "every.cjs");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toHaveLength(libraries.length);
  expect(JSON.parse(out)).not.toContain(0);
});

test("the command line says how it is used", async () => {
  const { code, out, err } = await run("npx", "--no-install", "uptake", "--help");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^Usage: uptake /);
});

/** Imports a part in a process of its own, and tells what that left behind; the process has to end by itself. */
const watching = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const reads = [];
for (const name of Object.keys(fs).filter((each) => /^(open|read|write|stat|lstat|access|mkdir|rm|watch)/.test(each))) {
  const real = fs[name];
  if (typeof real !== "function") continue;
  fs[name] = function (...args) {
    // Node reads modules by the same functions.
    const [, , caller = ""] = new Error().stack.split("\\n");
    if (!/node:internal\\/modules/.test(caller)) reads.push(name + " " + args[0]);
    return Reflect.apply(real, this, args);
  };
}
syncBuiltinESMExports();
const names = () => Object.getOwnPropertyNames(globalThis).sort().join();
const builtIn = [Object, Array, Function, String, Number, Promise, Map, Math, JSON, Reflect];
const shapes = () => builtIn.map((one) => [one, one.prototype ?? {}].map((each) => Reflect.ownKeys(each).length)).join();
const at = () => ({ names: names(), shapes: shapes(), held: process.getActiveResourcesInfo().filter((one) => one !== "PipeWrap").join() });
const before = at();
await import(process.argv[2]);
const after = at();
console.log(JSON.stringify({ same: JSON.stringify(before) === JSON.stringify(after), before, after, reads }));
`;

describe("nothing happens when a part is imported", () => {
  test.concurrent.for(libraries)("%s", async (path, { expect: see }) => {
    const { code, out, err } = await run("node", write("watching.mjs", watching), path);
    see({ code, err }).toEqual({ code: 0, err: "" });
    see(JSON.parse(out)).toMatchObject({ same: true, reads: [] });
  });
  test("and the check sees what does", async () => {
    const lively = [
      'import { readFileSync } from "node:fs";',
      "globalThis.left = readFileSync(import.meta.filename).length;",
      "Array.prototype.last = 1;",
      "setTimeout(() => {}, 10);",
    ];
    write("lively.mjs", lively.join("\n"));
    const { out } = await run("node", write("watching.mjs", watching), "./lively.mjs");
    const { before, after, reads } = JSON.parse(out);
    expect(reads).toEqual([expect.stringMatching(/^readFileSync .*lively\.mjs$/)]);
    for (const part of ["names", "shapes", "held"]) expect(after[part]).not.toBe(before[part]);
  });
});

describe("a bundler drops what is not used", () => {
  const bundled = async (contents: string): Promise<number> => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: inject("packed").app },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      external: ["node:*"],
      write: false,
      logLevel: "silent",
    });
    return outputFiles[0]?.contents.length ?? Number.NaN;
  };

  test.for(libraries)("%s, imported and not used, weighs nothing", async (path) => {
    expect(await bundled(`import * as all from "${path}";`)).toBeLessThanOrEqual(1);
  });
  test("one small function of the model weighs less than a thousand bytes", async () => {
    const weight = await bundled('import { thousands } from "@uptake/model"; export const text = thousands(12345);');
    expect(weight).toBeGreaterThan(50);
    expect(weight).toBeLessThan(1_000);
  });
});
