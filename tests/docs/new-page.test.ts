import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allShortcuts, shortcuts } from "../../notebooks/scripts/main-thread.mjs";
import { type GuideFile, guideFiles, guideRefusal, notebooksOfGuide, put } from "./guide-page.ts";
import { root } from "./pages.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(root, ".new-page-"));
  notebooksOfGuide(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compile = (): string =>
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], { encoding: "utf8" });

const page = "src/pages/coaching.ts";

test("the guide's page is sound TypeScript among the others, as it begins and as it ends, and is in the navigation", () => {
  expect(guideFiles().map(({ path }) => path)).toEqual([
    "src/coaching.md",
    page,
    "src/words/coaching.ts",
    "src/pages/coaching/curve.ts",
    "src/pages/coaching/stuck.ts",
    page,
    "../tests/browser/pages/coaching.test.ts",
  ]);
  expect(compile).not.toThrow();
  const [early, whole] = guideFiles().filter(({ path }) => path === page) as [GuideFile, GuideFile];
  put(folder, early);
  expect(compile).not.toThrow();
  put(folder, whole);
  expect(readFileSync(join(folder, "src/words/kit.ts"), "utf8")).toMatch(
    /"\/data": "Your data",\n.*"\/coaching": "Coaching",/s,
  );
});

test("its Markdown has front matter, one import and one call, and is short", () => {
  const { text = "" } = guideFiles().find(({ path }) => path === "src/coaching.md") ?? {};
  expect(text).toMatch(/^---\ntitle: Coaching\ndescription: .+\n---\n/);
  expect(text).toContain('import { coaching } from "./pages/coaching.js";\n\nconst page = await coaching();\n');
  expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(30);
});

test("it asks for its runs, and one that made them itself would be refused in the words that the guide shows", () => {
  expect(allShortcuts(join(folder, "src"))).toEqual([]);
  const file = join(folder, "src/pages/coaching/curve.ts");
  const before = readFileSync(file, "utf8");
  const after = `import { ensemble } from "@uptake/study";\n${before}`;
  expect(shortcuts("src/pages/coaching/curve.ts", after)).toEqual([guideRefusal()]);
  writeFileSync(file, after);
  expect(() =>
    execFileSync(process.execPath, [join(folder, "scripts/build.mjs")], { encoding: "utf8", stdio: "pipe" }),
  ).toThrow(`error: ${guideRefusal()}`);
  writeFileSync(file, before);
});
