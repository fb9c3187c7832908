import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { guideChanges } from "./guide-changes.ts";
import { root } from "./pages.ts";

test("the guide changes files of the model, of studies, of the program and of the pages", () => {
  const paths = guideChanges().map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(20);
  for (const folder of [
    "packages/model/src",
    "packages/model/test-support",
    "packages/study",
    "packages/cli",
    "notebooks",
  ])
    expect(paths.some((path) => path.startsWith(folder))).toBe(true);
});

test("every change can be made: what it changes stands in the file once, and what it adds is not there yet", () => {
  const files = new Map<string, string>();
  for (const { path, before, after } of guideChanges()) {
    if (before === undefined) {
      expect({ path, there: existsSync(join(root, path)) }).toEqual({ path, there: false });
      continue;
    }
    const text = files.get(path) ?? readFileSync(join(root, path), "utf8");
    expect({ path, before, times: text.split(`\n${before}`).length - 1 }).toEqual({ path, before, times: 1 });
    expect(text).not.toContain(after);
    files.set(
      path,
      text.replace(`\n${before}`, () => `\n${after}`),
    );
  }
});
