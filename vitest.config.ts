import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { asBuilt } from "./tests/as-built.ts";
import type { BrowserName } from "./tests/browser/driver.ts";

const file = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

/** Points the packages' names at what they compile to, for snippets of the guide too, which run where no package is found. */
const built = [
  { find: "@uptake/model/engine", replacement: file("model/dist/engine/index.js") },
  { find: "@uptake/model/light", replacement: file("model/dist/engine/light.js") },
  { find: "@uptake/model/names", replacement: file("model/dist/scenario/names.js") },
  { find: "@uptake/model/upgrade", replacement: file("model/dist/scenario/upgrade/index.js") },
  { find: "@uptake/model/validate", replacement: file("model/dist/scenario/validate.js") },
  { find: "@uptake/model", replacement: file("model/dist/index.js") },
  { find: "@uptake/study/evaluate-worker", replacement: file("study/dist/evaluate/evaluate-worker.js") },
  { find: "@uptake/study/node-workers", replacement: file("study/dist/evaluate/node-workers.js") },
  { find: "@uptake/study/service-worker", replacement: file("study/dist/service/service-worker.js") },
  { find: "@uptake/study/web-workers", replacement: file("study/dist/evaluate/web-workers.js") },
  { find: /^@uptake\/study\/([a-z]+)$/, replacement: file("study/dist/$1/index.js") },
  { find: "@uptake/study", replacement: file("study/dist/index.js") },
  { find: "@uptake/charts", replacement: file("charts/dist/index.js") },
  { find: /^jsdom$/, replacement: file("charts/node_modules/jsdom/lib/api.js") },
];

/** Makes the project of the tests in one browser. They read the built site: `pnpm test:browser` builds first. */
const inBrowser = (name: string, browser: BrowserName, include: string[]): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    provide: { browser },
    include,
    fileParallelism: false,
    isolate: false, // test files share what they load
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } }, // two browsers at once are slow
  },
});

export default defineConfig({
  plugins: [asBuilt()],
  resolve: { alias: built },
  test: {
    // Tests run what is built, and build it first.
    globalSetup: ["./tests/compile.ts"],
    server: { deps: { external: [/\/packages\/[^/]+\/dist\//] } },
    // Vitest leaves one core to its watcher unless told otherwise: of two, half.
    maxWorkers: "100%",
    reporters: ["default", "./tests/patterns/figures-reporter.ts", "./tests/reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: [
            "packages/*/src/**/*.test.ts",
            "packages/*/{test-support,bench}/**/*.test.ts",
            "tests/**/*.test.ts",
            "notebooks/src/**/*.test.ts",
          ],
          exclude: [
            "tests/patterns/**",
            "tests/{browser,cluster,kept,packaging}/**",
            "tests/engines/everywhere/every-engine.test.ts",
            "**/*.science.test.ts",
          ],
          isolate: false, // test files share loaded modules, so none may leave state behind
          setupFiles: ["./tests/real-timers.ts", "./tests/property-seed.ts"],
          testTimeout: 120_000, // two files at once on a slow machine
          hookTimeout: 120_000,
        },
      },
      inBrowser("browser", "Chromium", ["tests/browser/**/*.test.ts"]),
      // The same tests again; looks, print and forced colours are tested in Chromium alone.
      inBrowser("firefox", "Firefox", ["tests/browser/pages/**/*.test.ts", "tests/browser/{driver,engine}.test.ts"]),
      {
        extends: true,
        test: {
          name: "engines",
          include: ["tests/engines/everywhere/every-engine.test.ts"],
          maxConcurrency: 2, // engines at a time
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "kept",
          include: ["tests/kept/**/*.test.ts"],
          fileParallelism: false, // each starts processes of its own
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: "packaging",
          include: ["tests/packaging/**/*.test.ts"],
          globalSetup: ["./tests/packaging/install.ts"],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "science",
          include: ["tests/patterns/**/*.test.ts", "**/*.science.test.ts"],
          setupFiles: ["./tests/property-seed.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: "cluster",
          include: ["tests/cluster/**/*.test.ts"],
          fileParallelism: false, // each has the machine to itself
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
