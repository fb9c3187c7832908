// Builds the site with the page that the guide has its reader write, and runs the test that the guide gives for it.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guideFiles, notebooksOfGuide } from "../docs/guide-page.ts";
import { root } from "./serve.ts";

const folder = mkdtempSync(join(root, ".new-page-"));
beforeAll(() => {
  notebooksOfGuide(folder);
  execFileSync(process.execPath, [join(folder, "scripts/build.mjs")], { stdio: "pipe" });
  process.env["UPTAKE_SITE"] = join(folder, "dist");
}, 600_000);
afterAll(() => {
  delete process.env["UPTAKE_SITE"];
  rmSync(folder, { recursive: true, force: true });
});

test("the page has its title, its description and its place in the navigation", () => {
  const page = readFileSync(join(folder, "dist/coaching.html"), "utf8");
  expect(page).toContain("<title>Coaching | Uptake</title>");
  expect(page).toContain('<meta name="description" content="Move coaching, and see');
  expect(readFileSync(join(folder, "dist/index.html"), "utf8")).toMatch(
    /<a [^>]*href="[^"]*coaching[^"]*"[^>]*>Coaching</,
  );
});

const own = guideFiles().find(({ path }) => path.endsWith(".test.ts"));
if (!own) throw new Error("the guide has no test");
const file = join(folder, "coaching.test.ts");
writeFileSync(file, own.text.replaceAll('"../', `"${join(root, "tests/browser")}/`));
await import(/* @vite-ignore */ file);
