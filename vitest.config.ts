import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import type { BrowserName } from "./tests/browser/driver.ts";

const file = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

/** Points the packages' names at their files in `folder`, `src` or `dist`. */
const packagesIn = (folder: string, ending: string) => [
  { find: "@uptake/model/engine", replacement: file(`model/${folder}/engine/index.${ending}`) },
  { find: "@uptake/model/names", replacement: file(`model/${folder}/scenario/names.${ending}`) },
  { find: "@uptake/model/validate", replacement: file(`model/${folder}/scenario/validate.${ending}`) },
  { find: "@uptake/model", replacement: file(`model/${folder}/index.${ending}`) },
  { find: "@uptake/study/evaluate-worker", replacement: file(`study/${folder}/evaluate/evaluate-worker.${ending}`) },
  { find: "@uptake/study/service-worker", replacement: file(`study/${folder}/service/service-worker.${ending}`) },
  { find: /^@uptake\/study\/([a-z]+)$/, replacement: file(`study/${folder}/$1/index.${ending}`) },
  { find: "@uptake/study", replacement: file(`study/${folder}/index.${ending}`) },
  { find: "@uptake/charts", replacement: file(`charts/${folder}/index.${ending}`) },
];

/** Makes the project of the tests in one browser. They read the built site: `pnpm test:browser` builds first. */
const inBrowser = (name: string, browser: BrowserName, include: string[]): TestProjectInlineConfiguration => ({
  extends: true,
  resolve: { alias: packagesIn("src", "ts") },
  test: { name, provide: { browser }, include, fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 },
});

export default defineConfig({
  test: {
    // Vitest leaves one core to its watcher unless told otherwise: of two, half.
    maxWorkers: "100%",
    reporters: ["default", "./tests/patterns/figures-reporter.ts", "./tests/reporter.ts"],
    projects: [
      {
        extends: true,
        // Unit tests read the sources, so that they need no build.
        resolve: { alias: packagesIn("src", "ts") },
        test: {
          name: "fast",
          include: [
            "packages/*/src/**/*.test.ts",
            "packages/*/{test-support,bench}/**/*.test.ts",
            "tests/**/*.test.ts",
            "notebooks/src/**/*.test.ts",
          ],
          exclude: ["tests/patterns/**", "tests/browser/**"],
          isolate: false, // test files share loaded modules, so none may leave state behind
          testTimeout: 60_000, // two files at once on a slow machine
          hookTimeout: 60_000,
        },
      },
      inBrowser("browser", "Chromium", ["tests/browser/**/*.test.ts"]),
      // The same tests again; looks, print and forced colours are tested in Chromium alone.
      inBrowser("firefox", "Firefox", ["tests/browser/pages/**/*.test.ts", "tests/browser/{driver,engine}.test.ts"]),
      {
        extends: true,
        // Science tests read what is built, untransformed: Vitest's own module transform slows the kernel fourfold.
        resolve: { alias: packagesIn("dist", "js") },
        test: {
          name: "science",
          server: { deps: { external: [/packages\/[^/]+\/dist\//] } },
          include: ["tests/patterns/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
