import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorCodes } from "../../docs/generate/error-codes.mjs";
import { codesInSources } from "../../docs/generate/reference/codes-in-sources.mjs";
import { docstringFaults } from "../../docs/generate/reference/docstring-faults.mjs";
import { referencePages } from "../../docs/generate/reference/pages.mjs";
import { packages, readSources, subPaths } from "../../docs/generate/reference/read-sources.mjs";
import { unexportedTypes } from "../../docs/generate/reference/unexported-types.mjs";
import { root } from "./pages.ts";

const source = `
/** Doubles a number. */
export function doubled(x: number): number {
  return 2 * x;
}

export function silent(): void {}

/** The number of things. */
export function verbless(): number {
  return 3;
}

/** Leads to {@link hidden}, and to {@link doubled}. */
export const leading = 1;

function hidden(): void {
  hidden();
}

interface Inner {
  readonly depth: number;
}

/** Reads what a reader cannot write down, and what stands behind a constant. */
export const nameless = (given: readonly Inner[]): typeof kinds => (given.length > 0 ? kinds : kinds);

const kinds = ["a", "b"] as const;

/** Holds a pair. */
export interface Pair {
  /** The first. */
  readonly first: number;
  readonly second: number;
}

/** Fails, as errors do. */
export class Failure extends Error {
  /** What failed. */
  readonly code: string = "a-field";
}

const refuse = (path: string, code: string): unknown => ({ path, code });

/** Refuses a text. */
export const refused = (text: string): unknown => [
  refuse("not-a-code", "passed-on"),
  { code: text === "" ? "one-branch" : "other-branch" },
];
`;

let folder: string;
let read: Awaited<ReturnType<typeof readSources>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "reference-"));
  // Names must be documented of our packages only, which TypeDoc tells by what a package is called.
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "@uptake/model", type: "module" }));
  writeFileSync(join(folder, "index.ts"), source);
  writeFileSync(join(folder, "other.ts"), "/** Holds a number. */\nexport type Other = number;\n");
  const compilerOptions = { target: "es2023", module: "nodenext", strict: true, types: [] };
  const tsconfig = join(folder, "tsconfig.json");
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files: ["index.ts", "other.ts"] }));
  const entries = [
    { name: "@uptake/model", source: join(folder, "index.ts") },
    { name: "@uptake/model/other", source: join(folder, "other.ts") },
  ];
  read = await readSources(entries, { tsconfig });
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a type that a public signature names and nothing exports is found, and no other", () => {
  expect(unexportedTypes(read.project, packages)).toEqual([
    "@uptake/model.nameless.nameless.given names the type Inner, which nothing exports",
  ]);
});

test("what is wrong with docstrings is found, and nothing else", async () => {
  const found = [...read.faults, ...docstringFaults(read.project)];
  expect(found).toEqual([
    expect.stringContaining("silent (CallSignature)"),
    expect.stringContaining("hidden"),
    "@uptake/model.Pair.second has no docstring",
    "@uptake/model.verbless begins with no verb: The number of things.",
  ]);
  const pages = await referencePages(read);
  expect([...pages.keys()]).toEqual(["README.md", "model.md", "model/other.md"]);
  expect(pages.get("model.md")).toContain("[doubled](#doubled)");
});

test("codes are found in fields, in branches and where they are passed on", () => {
  expect(codesInSources(read.program, () => true)).toEqual(["one-branch", "other-branch", "passed-on"]);
});

test("every sub-path has its page", () => {
  expect(subPaths().length).toBeGreaterThan(30);
  for (const { name } of subPaths()) {
    const page = join(root, "docs/reference/api", `${name.replace("@uptake/", "")}.md`);
    expect(readFileSync(page, "utf8").startsWith(`# \`${name}\`\n`), name).toBe(true);
  }
});

test("every code says what it means and what to do", () => {
  for (const [code, [means, remedy]] of Object.entries(errorCodes)) {
    expect(code).toMatch(/^[a-z][a-z0-9-]+$/);
    expect(means.length * remedy.length, code).toBeGreaterThan(0);
  }
  expect(Object.keys(errorCodes)).toEqual(Object.keys(errorCodes).sort());
});
