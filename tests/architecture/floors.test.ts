import { readdirSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { imports, type Source, sources } from "./sources.ts";

/** The packages, lowest first: each imports only from those before it. */
const PACKAGES = ["model", "study", "charts", "cli"];

/**
 * The rooms of each package, lowest floor first: each imports only from floors before its own, never from one beside it.
 * Files beside index.ts stand on the ground of the model, and on top elsewhere.
 */
const FLOORS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  model: [
    ["ground"],
    ["numerics"],
    ["evidence"],
    ["district"],
    ["scenario"],
    ["state"],
    ["mechanisms", "measures"],
    ["engine"],
    ["index.ts"],
  ],
  study: [
    ["statistics", "design", "readings", "workers", "link", "yaml"],
    ["ensemble", "patterns", "roster", "files", "receipt"],
    ["evaluate"],
    ["target", "calibrate", "verify"],
    ["compare", "beliefs", "sweep", "sensitivity", "forecast", "stream", "country"],
    ["budget", "funnel", "rivals"],
    ["attribute", "explain", "optimise", "stress"],
    ["questions"],
    ["service"],
    ["index.ts"],
  ],
  cli: [
    ["host"],
    ["tables"],
    ["words"],
    ["input"],
    ["studies"],
    ["receipt"],
    ["report"],
    ["output"],
    ["run"],
    ["shards"],
    ["commands"],
    ["heads"],
    ["command-line.ts"],
    ["main.ts"],
  ],
};

const everything = PACKAGES.flatMap((name) => sources(`packages/${name}/src`));
const model = everything.filter(({ path }) => path.startsWith("packages/model/"));
const housed = everything.filter(({ path }) => (path.split("/")[1] as string) in FLOORS);

/** Lists every import that runs up or sideways between packages. */
function acrossPackages(all: readonly Source[]): string[] {
  const wrong: string[] = [];
  for (const { path, text } of all) {
    const home = path.split("/")[1] as string;
    for (const { from } of imports(text)) {
      const target = from.startsWith(".")
        ? posix.join(posix.dirname(path), from).split("/")[1]
        : /^@uptake\/(\w+)/.exec(from)?.[1];
      const legal = from.startsWith(".") ? target === home : PACKAGES.indexOf(target ?? "") < PACKAGES.indexOf(home);
      if (target !== undefined && !legal) wrong.push(`${path} imports ${from}`);
    }
  }
  return wrong;
}

/** Lists every import that runs up or sideways between the rooms of a package. */
function acrossFloors(all: readonly Source[]): string[] {
  const wrong: string[] = [];
  const roomOf = (path: string) => {
    const [, home = "", , room = "", deeper] = path.split("/");
    return deeper === undefined && home === "model" && room !== "index.ts" ? "ground" : room;
  };
  for (const { path, text } of all) {
    const floors = FLOORS[path.split("/")[1] as string] ?? [];
    const floorOf = (room: string) => floors.findIndex((floor) => floor.includes(room));
    const home = roomOf(path);
    if (floorOf(home) < 0) wrong.push(`${path} stands on no known floor`);
    for (const { from } of imports(text)) {
      if (!from.startsWith(".")) continue;
      const target = roomOf(posix.join(posix.dirname(path), from));
      if (target !== home && floorOf(target) >= floorOf(home)) wrong.push(`${path} imports ${from}`);
    }
  }
  return wrong;
}

/** Lists the circles among sources, types included, each as the files on the way round. */
function circles(all: readonly Source[]): string[] {
  const graph = new Map(
    all.map(({ path, text }) => [
      path,
      imports(text)
        .filter(({ from }) => from.startsWith("."))
        .map(({ from }) => posix.join(posix.dirname(path), from)),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(" > "));
    else if (!done.has(path)) {
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

/** Lists the packages from outside that loading `entry` loads at once. */
function loadedFirst(all: readonly Source[], entry: string): string[] {
  const texts = new Map(all.map(({ path, text }) => [path, text]));
  const seen = new Set<string>();
  const outside = new Set<string>();
  const walk = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { from, loaded } of imports(texts.get(path) ?? "")) {
      if (loaded !== "first") continue;
      if (from.startsWith(".")) walk(posix.join(posix.dirname(path), from));
      else outside.add(from);
    }
  };
  walk(entry);
  return [...outside].sort();
}

describe("imports flow one way", () => {
  test("every package is on the list", () => {
    const folders = readdirSync(new URL("../../packages/", import.meta.url), { withFileTypes: true });
    expect(PACKAGES).toEqual(expect.arrayContaining(folders.filter((f) => f.isDirectory()).map((f) => f.name)));
  });
  test("between packages", () => expect(acrossPackages(everything)).toEqual([]));
  test("between the rooms of a package", () => expect(acrossFloors(housed)).toEqual([]));
  test("and never round", () => expect(circles(everything)).toEqual([]));
  test("the model loads no schema and no formula library at once", () => {
    expect(loadedFirst(model, "packages/model/src/index.ts").filter((name) => !name.startsWith("seedrandom"))).toEqual(
      [],
    );
  });
});

describe("the check sees", () => {
  const at = (path: string, text: string): Source => ({ path: `packages/${path}.ts`, text });

  test("a package that imports from one above", () => {
    expect(acrossPackages([at("model/src/a", 'import { ensemble } from "@uptake/study";')])).toHaveLength(1);
    expect(acrossPackages([at("study/src/a", 'import type { A } from "@uptake/cli";')])).toHaveLength(1);
    expect(acrossPackages([at("study/src/a", 'import { A } from "../../model/src/index.ts";')])).toHaveLength(1);
    expect(acrossPackages([at("study/src/a", 'import { A } from "@uptake/model/validate";')])).toEqual([]);
  });
  test("a folder that imports from one above or beside", () => {
    expect(acrossFloors([at("model/src/state/a", 'export {\n  b,\n} from "../engine/b.ts";')])).toHaveLength(1);
    expect(acrossFloors([at("model/src/measures/a", 'import "../mechanisms/b.ts";')])).toHaveLength(1);
    expect(acrossFloors([at("model/src/scenario/levers/a", 'import { b } from "../../index.ts";')])).toHaveLength(1);
    expect(acrossFloors([at("model/src/attic/a", "export const a = 1;")])).toHaveLength(1);
    expect(acrossFloors([at("model/src/engine/a", 'import { b } from "../state/b.ts";')])).toEqual([]);
    expect(acrossFloors([at("study/src/statistics/a", 'import { b } from "../sweep/b.ts";')])).toHaveLength(1);
    expect(acrossFloors([at("study/src/a", "export const a = 1;")])).toHaveLength(1);
    expect(acrossFloors([at("cli/src/words/a", 'import type { b } from "../studies/b/b.ts";')])).toHaveLength(1);
  });
  test("a circle", () => {
    const a = at("study/src/a", 'import { b } from "./b.ts";');
    const b = at("study/src/b", 'import type { a } from "./a.ts";');
    expect(circles([a, b])).toEqual(["packages/study/src/a.ts > packages/study/src/b.ts > packages/study/src/a.ts"]);
    expect(circles([a, at("study/src/b", "export const b = 1;")])).toEqual([]);
  });
  test("a library loaded at once, but not one loaded later", () => {
    const b = at(
      "model/src/b",
      'import { z } from "zod";\nconst m = await import("mathjs");\nimport type { T } from "x";',
    );
    expect(
      loadedFirst([at("model/src/index", 'export { b } from "./b.ts";'), b], "packages/model/src/index.ts"),
    ).toEqual(["zod"]);
  });
});
