import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";

/** Returns the path of `path` in the shared folder beside the repository, or undefined where there is none. */
export function sharedFile(path: string): string | undefined {
  const file = fileURLToPath(new URL(`../../shared/${path}`, import.meta.url));
  return existsSync(file) ? file : undefined;
}

/**
 * Returns `present`, or skips the running test with `reason` when it is undefined, null or false. In CI everything must
 * be present, so there its absence fails the test.
 *
 * ```ts
 * test("reads the roster", (context) => {
 *   const file = needs(context, "the California roster beside the repository", sharedFile("data/…/roster.csv"));
 * });
 * ```
 */
export function needs<T>(context: TestContext, reason: string, present: T | undefined | null | false): T {
  if (present !== undefined && present !== null && present !== false) return present;
  if (process.env.CI === "true") throw new Error(`CI needs ${reason}`);
  return context.skip(`needs ${reason}`);
}
