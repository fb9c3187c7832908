import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, test } from "vitest";
import { libraries, manifestOf, programOf, run } from "./packed.ts";

const root = new URL("../../", import.meta.url);
const { tarballs } = inject("packed");
const names = [...libraries, "cli"];

/** Files that every package may have, and those that only the command line has. */
const wanted = [/^package\.json$/, /^README\.md$/, /^LICENSE$/, /^dist\/[\w/-]+\.(js|d\.ts)$/];
const ofCommandLine = [/^bin\/uptake\.js$/, /^studies\/[\w-]+\.(yaml|csv)$/, /^studies\/study\.schema\.json$/];

/** Lists the files of a package's tarball. */
function filesOf(name: string): string[] {
  const listed = execFileSync("tar", ["-tzf", tarballs[name] as string], { encoding: "utf8" });
  return listed
    .trim()
    .split("\n")
    .map((path) => path.replace(/^package\//, ""));
}

test("every package is packed", () => expect(Object.keys(tarballs).sort()).toEqual([...names].sort()));

describe.for(names)("%s", (name) => {
  const files = filesOf(name);

  test("holds what is needed, and nothing else", () => {
    const patterns = name === "cli" ? [...wanted, ...ofCommandLine] : wanted;
    expect(files.filter((file) => !patterns.some((pattern) => pattern.test(file)))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE"]));
  });
  test("holds no product of a source that is gone, or of a test", () => {
    // Compiling deletes nothing: where this fails, delete the package's dist and build it again.
    const sourceOf = (file: string): string => file.replace("dist/", "src/").replace(/(\.d\.ts|\.js)$/, ".ts");
    const made = files.filter((file) => file.startsWith("dist/"));
    expect(made.length).toBeGreaterThan(20);
    const there = (file: string): boolean => existsSync(new URL(`packages/${name}/${sourceOf(file)}`, root));
    expect(made.filter((file) => !there(file) || /\.test\./.test(file))).toEqual([]);
  });
  test("has the licence of the repository", () => {
    const licence = execFileSync("tar", ["-xOzf", tarballs[name] as string, "package/LICENSE"], { encoding: "utf8" });
    expect(licence).toBe(readFileSync(fileURLToPath(new URL("LICENSE", root)), "utf8"));
  });
  test("says on its page what it is", () => {
    const manifest = manifestOf(name);
    expect(manifest).toMatchObject({ license: "MIT", type: "module", engines: { node: ">=20.19" } });
    expect(manifest["description"]).toMatch(/^[A-Z].{20,}\.$/);
    expect((manifest["keywords"] as string[]).length).toBeGreaterThanOrEqual(4);
    for (const range of Object.values(manifest["dependencies"] as object)) expect(range).toMatch(/^\^?\d/);
  });
  test("names the files that do something when they are loaded, where others import from it", () => {
    const acting = manifestOf(name)["sideEffects"] as false | readonly string[] | undefined;
    expect(acting !== undefined).toBe(name !== "cli");
    expect(files).toEqual(expect.arrayContaining((acting || []).map((path) => path.replace(/^\.\//, ""))));
  });
  test.concurrent("passes publint", async () => {
    const told = await run(programOf("publint"), "run", "--strict", tarballs[name] as string);
    expect(told).toMatchObject({ code: 0 });
  });
});

test.concurrent.for(libraries)("types of %s resolve for every importer (attw)", async (name, { expect: see }) => {
  const told = await run(
    programOf("attw"),
    "--profile",
    "esm-only",
    "--no-color",
    "--no-emoji",
    tarballs[name] as string,
  );
  see(told).toMatchObject({ code: 0 });
});
