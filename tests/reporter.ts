import type { Reporter, SerializedError, TestModule } from "vitest/node";

/**
 * Prints every skipped test with its reason and, last, `N passed, N failed, N skipped`. A test file that could not run
 * and an error outside any test each count as one failure.
 */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = errors.length;
    const skipped: string[] = [];
    for (const module of modules) {
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") passed++;
        else if (result.state === "failed") failed++;
        else {
          const note = result.state === "skipped" ? result.note : "not reached";
          skipped.push(`${module.relativeModuleId} > ${test.fullName}${note ? `: ${note}` : ""}`);
        }
      }
    }
    const lines = skipped.map((line) => `skipped ${line}`);
    process.stdout.write(`${[...lines, `${passed} passed, ${failed} failed, ${skipped.length} skipped`].join("\n")}\n`);
  }
}
