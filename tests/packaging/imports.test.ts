import { build } from "esbuild";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { blocks } from "../docs/pages.ts";
import { programs, run, subPaths, write } from "./packed.ts";

const paths = subPaths();
const libraries = paths.filter((path) => !programs.includes(path));

const readmes = blocks("ts").filter(({ at }) => at.startsWith("packages/"));

test.for(readmes)("JavaScript runs what a README shows: $at", async ({ at, text }) => {
  const file = `${at.replaceAll(/\W+/g, "-")}.js`;
  write(file, text);
  const { code, out, err } = await run("node", file);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).not.toBe("");
});

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

const files = [];
for (const name of Object.keys(fs).filter((each) => /^(open|read|write|stat|lstat|access|mkdir|rm|watch)/.test(each))) {
  const real = fs[name];
  if (typeof real !== "function") continue;
  fs[name] = function (...args) {
    // Node reads modules by the same functions, and makes some of them of others.
    const [, , caller = ""] = new Error().stack.split("\\n");
    if (!/node:(internal|fs)/.test(caller)) files.push(name + " " + args[0]);
    return Reflect.apply(real, this, args);
  };
}
syncBuiltinESMExports();
const builtIn = { Object, Array, Function, String, Number, Promise, Map, Math, JSON, Reflect };
const names = () => [
  ...Object.getOwnPropertyNames(globalThis),
  ...Object.entries(builtIn).flatMap(([name, one]) =>
    [...Reflect.ownKeys(one), ...Reflect.ownKeys(one.prototype ?? {})].map((key) => name + " " + String(key))),
];
const timers = () => process.getActiveResourcesInfo().filter((one) => /Time|Immediate|Worker|Socket|Server/.test(one));
const before = new Set(names());
await import(process.argv[2]);
console.log(JSON.stringify({ names: names().filter((name) => !before.has(name)), timers: timers(), files }));
`;

/** Parts that check data from outside, and so load zod at once, which keeps its settings in two globals. */
const withZod = ["@uptake/model/validate", "@uptake/study/verify"];
const ofZod = ["__zod_globalConfig", "__zod_globalRegistry"];

describe("nothing happens when a part is imported", () => {
  beforeAll(() => void write("watching.mjs", watching));

  test.concurrent.for(libraries)("%s", async (path, { expect: see }) => {
    const { code, out, err } = await run("node", "watching.mjs", path);
    see({ code, err }).toEqual({ code: 0, err: "" });
    see(JSON.parse(out)).toEqual({ names: withZod.includes(path) ? ofZod : [], timers: [], files: [] });
  });
  test("and the check sees what does", async () => {
    const lively = [
      'import { readFileSync } from "node:fs";',
      "globalThis.left = readFileSync(import.meta.filename).length;",
      "Array.prototype.last = 1;",
      "setTimeout(() => {}, 10);",
    ];
    const path = write("lively.mjs", lively.join("\n"));
    expect(JSON.parse((await run("node", "watching.mjs", path)).out)).toEqual({
      names: ["left", "Array last"],
      timers: ["Timeout"],
      files: [`readFileSync ${path}`],
    });
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
