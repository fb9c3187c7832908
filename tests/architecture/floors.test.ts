import { readdirSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { floors, packages, roomOf } from "./floors.ts";
import { imports, type Source, sources } from "./sources.ts";

const everything = packages.flatMap((name) => sources(`packages/${name}/src`));
const housed = everything.filter(({ path }) => (path.split("/")[1] as string) in floors);

/** Lists every import that runs up or sideways between packages. */
function acrossPackages(all: readonly Source[]): string[] {
  const wrong: string[] = [];
  const order: readonly string[] = packages;
  for (const { path, text } of all) {
    const home = path.split("/")[1] as string;
    for (const { from } of imports(text)) {
      const target = from.startsWith(".")
        ? posix.join(posix.dirname(path), from).split("/")[1]
        : /^@uptake\/(\w+)/.exec(from)?.[1];
      const legal = from.startsWith(".") ? target === home : order.indexOf(target ?? "") < order.indexOf(home);
      if (target !== undefined && !legal) wrong.push(`${path} imports ${from}`);
    }
  }
  return wrong;
}

/** Lists every import that runs up or sideways between the rooms of a package. */
function acrossFloors(all: readonly Source[]): string[] {
  const wrong: string[] = [];
  for (const { path, text } of all) {
    const own = floors[path.split("/")[1] as string] ?? [];
    const floorOf = (room: string) => own.findIndex((floor) => floor.includes(room));
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

describe("imports flow one way", () => {
  test("every package is on the list", () => {
    const folders = readdirSync(new URL("../../packages/", import.meta.url), { withFileTypes: true });
    expect(packages).toEqual(expect.arrayContaining(folders.filter((f) => f.isDirectory()).map((f) => f.name)));
  });
  test("between packages", () => expect(acrossPackages(everything)).toEqual([]));
  test("between the rooms of a package", () => expect(acrossFloors(housed)).toEqual([]));
  test("and never round", () => expect(circles(everything)).toEqual([]));
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
});
