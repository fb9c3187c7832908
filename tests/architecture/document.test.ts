import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { floors, packages, roomOf } from "./floors.ts";
import { imports, sources } from "./sources.ts";

const text = readFileSync(new URL("../../docs/architecture.md", import.meta.url), "utf8");

/** Lists the rows of the first table under a heading of the document, cell by cell. */
function rowsUnder(heading: string): string[][] {
  const [, after] = text.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`docs/architecture.md has no “${heading}”`);
  const [section = ""] = after.split(/^#+ /m);
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines
    .slice(2)
    .map((line) => line.split("|").slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

/** Lists the names in code quotes of a cell. */
const named = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);

/** Returns the package that a module comes from. */
const packageOf = (from: string): string =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");

test("docs/architecture.md gives the packages with what each imports", () => {
  const told = rowsUnder("## Packages").map(([name, ours, outside]) => [named(name)[0], named(ours), named(outside)]);
  const real = packages.map((name) => {
    const all = sources(`packages/${name}/src`).flatMap((source) => imports(source.text).map(({ from }) => from));
    const others = new Set(all.filter((from) => !/^(\.|node:)/.test(from)).map(packageOf));
    const ours = [...others].filter((from) => from.startsWith("@uptake/")).map((from) => from.slice("@uptake/".length));
    return [name, ours.sort(), [...others].filter((from) => !from.startsWith("@uptake/")).sort()];
  });
  expect(told).toEqual(real);
});

test.for(Object.keys(floors))("docs/architecture.md gives the rooms of %s by floor", (name) => {
  const told = rowsUnder(`### \`${name}\``).map(([floor, room]) => `${floor} ${named(room)[0]}`);
  const real = floors[name]!.flatMap((rooms, i) => rooms.map((room) => `${i + 1} ${room}`));
  expect(told).toEqual(real);
});

test.for(Object.keys(floors))("every room of %s is there", (name) => {
  const there = new Set(sources(`packages/${name}/src`).map(({ path }) => roomOf(path)));
  expect([...there].sort()).toEqual(floors[name]!.flat().sort());
});

test("docs/architecture.md gives the folders of the pages", () => {
  const there = readdirSync(new URL("../../notebooks/src/", import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name);
  expect(
    rowsUnder("## The pages")
      .map(([name]) => named(name)[0])
      .sort(),
  ).toEqual(there.sort());
});
