import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

export default defineConfig({
  // Tests read the sources, so they need no build.
  resolve: {
    alias: [
      { find: "@uptake/model/validate", replacement: source("model/src/scenario/validate.ts") },
      { find: "@uptake/model", replacement: source("model/src/index.ts") },
      { find: "@uptake/study/worker", replacement: source("study/src/workers/worker.ts") },
      { find: "@uptake/study", replacement: source("study/src/index.ts") },
      { find: "@uptake/charts", replacement: source("charts/src/index.ts") },
    ],
  },
  test: {
    reporters: ["default", "./tests/reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: [
            "packages/*/src/**/*.test.ts",
            "packages/*/test-support/**/*.test.ts",
            "tests/**/*.test.ts",
            "notebooks/src/**/*.test.js",
          ],
          exclude: ["tests/patterns/**", "tests/browser/**"],
          isolate: false, // test files share loaded modules, so none may leave state behind
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Reads the built site and needs a browser: `pnpm test:browser` builds first.
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "science",
          include: ["tests/patterns/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
