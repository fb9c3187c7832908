import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isStale } from "../scripts/compile-what-changed.js";

let folder: string;
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "uptake-stale-")), "packages/own");
  for (const one of ["src/room", "dist"]) mkdirSync(join(folder, one), { recursive: true });
  for (const one of [
    "package.json",
    "tsconfig.json",
    "../../tsconfig.base.json",
    "src/a.ts",
    "src/a.test.ts",
    "src/room/b.ts",
  ])
    writeFileSync(join(folder, one), "");
  await build();
});
afterEach(() => rmSync(join(folder, "../.."), { recursive: true }));

/** Marks the package as built now; times of files may be no finer than some milliseconds. */
async function build(): Promise<void> {
  await setTimeout(20);
  writeFileSync(join(folder, "dist/.tsbuildinfo"), "");
  await setTimeout(20);
}

const changes: readonly (readonly [string, () => void])[] = [
  ["a source is changed", () => writeFileSync(join(folder, "src/room/b.ts"), "1")],
  ["a source is added", () => writeFileSync(join(folder, "src/room/c.ts"), "")],
  ["a source is removed", () => rmSync(join(folder, "src/room/b.ts"))],
  ["settings are changed", () => writeFileSync(join(folder, "../../tsconfig.base.json"), "{}")],
  ["what was built is removed", () => rmSync(join(folder, "dist"), { recursive: true })],
  [
    "an older source takes the place of one",
    () => {
      const older = join(folder, "../older.ts");
      writeFileSync(older, "");
      utimesSync(older, 0, 0);
      renameSync(older, join(folder, "src/a.ts"));
    },
  ],
];

test.for(changes)("what is built is stale when %s, and no longer when it is built again", async ([, change]) => {
  expect(isStale(folder)).toBe(false);
  change();
  expect(isStale(folder)).toBe(true);
  mkdirSync(join(folder, "dist"), { recursive: true });
  await build();
  expect(isStale(folder)).toBe(false);
});

test("a test that is changed asks for no build", () => {
  writeFileSync(join(folder, "src/a.test.ts"), "1");
  expect(isStale(folder)).toBe(false);
});
