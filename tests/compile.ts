import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { compileWhatChanged } from "../packages/cli/scripts/compile-what-changed.js";

const cli = fileURLToPath(new URL("../packages/cli", import.meta.url));

/** Compiles the packages where they changed, before tests run and run again. @throws Error when they do not compile. */
export default function compile(project: TestProject): void {
  const work = (): void => {
    if (!compileWhatChanged(cli)) throw new Error("The packages do not compile.");
  };
  work();
  project.onTestsRerun(() => Promise.resolve(work()));
}
