import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Returns the shipped example of a kind of study, or undefined where there is none. */
export function studyExample(kind: string): string | undefined {
  const path = fileURLToPath(new URL(`../../studies/${kind}.yaml`, import.meta.url));
  return existsSync(path) ? path : undefined;
}
