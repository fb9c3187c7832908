import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { packages } from "./floors.ts";
import { imports, type Source, sources } from "./sources.ts";

const everything = packages.flatMap((name) => sources(`packages/${name}/src`));

/** Returns the source of one of our packages that a name stands for; undefined for a package from outside. */
function sourceOf(name: string): string | undefined {
  const [, home, way = ""] = /^@uptake\/(\w+)(\/.*)?$/.exec(name) ?? [];
  if (home === undefined) return undefined;
  const settings = new URL(`../../packages/${home}/package.json`, import.meta.url);
  const { exports } = JSON.parse(readFileSync(settings, "utf8")) as { exports: Record<string, { default: string }> };
  const file = (exports[`.${way}`] as { default: string }).default;
  return `packages/${home}/${file.replace("./dist/", "src/").replace(".js", ".ts")}`;
}

/** Lists the sources that loading `entry` loads at once, itself included, and the packages from outside. */
function loadedBy(
  entry: string,
  all: readonly Source[] = everything,
): { readonly ours: ReadonlySet<string>; readonly outside: readonly string[] } {
  const texts = new Map(all.map(({ path, text }) => [path, text]));
  const ours = new Set<string>();
  const outside = new Set<string>();
  const walk = (path: string): void => {
    if (ours.has(path)) return;
    ours.add(path);
    const text = texts.get(path);
    if (text === undefined) throw new Error(`there is no ${path}`);
    for (const { from, loaded } of imports(text)) {
      if (loaded !== "first") continue;
      const other = from.startsWith(".") ? posix.join(posix.dirname(path), from) : sourceOf(from);
      if (other === undefined) outside.add(from);
      else walk(other);
    }
  };
  walk(entry);
  return { ours, outside: [...outside].sort() };
}

describe("little is loaded", () => {
  test("to show help, or to refuse an option", () => {
    const { ours, outside } = loadedBy("packages/cli/src/main.ts");
    expect(outside).toEqual(["commander", "node:path", "node:v8"]);
    expect(ours.size).toBeLessThanOrEqual(31);
  });
  test.for(["evaluate/evaluate-worker", "service/service-worker"])("by a thread that makes runs: %s", (entry) => {
    const { ours, outside } = loadedBy(`packages/study/src/${entry}.ts`);
    expect(outside.filter((name) => !name.startsWith("seedrandom"))).toEqual([]);
    expect(ours.size).toBeLessThanOrEqual(140);
    expect([...ours].filter((path) => /presets|profiles|roster|validate|prepare/.test(path))).toEqual([]);
  });
  test("by the model: no schema and no formula library", () => {
    const { outside } = loadedBy("packages/model/src/index.ts");
    expect(outside.filter((name) => !name.startsWith("seedrandom"))).toEqual([]);
  });
  test("but all of it is seen here", () => {
    expect(loadedBy("packages/cli/src/commands/run.ts").ours.size).toBeGreaterThan(200);
    expect(loadedBy("packages/charts/src/index.ts").outside).toContain("@observablehq/plot");
  });
  test("at once, not what is loaded later or has types alone", () => {
    const at = (name: string, text: string): Source => ({ path: `packages/model/src/${name}.ts`, text });
    const index = at("index", 'export { b } from "./b.ts";');
    const b = at("b", 'import { z } from "zod";\nconst m = await import("mathjs");\nimport type { T } from "x";');
    expect(loadedBy(index.path, [index, b]).outside).toEqual(["zod"]);
  });
});
