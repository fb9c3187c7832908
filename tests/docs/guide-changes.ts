import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./pages.ts";

/** Holds a change that the guide to extending has its reader make: a new file, or lines in the place of others. */
export interface GuideChange {
  readonly path: string;
  /** Lines that stand in the file before the change; undefined where the file is new. */
  readonly before?: string;
  readonly after: string;
}

const kept = (lines: readonly string[], left: string): string =>
  lines
    .filter((line) => !line.startsWith(left))
    .map((line) => `${line.slice(1)}\n`)
    .join("");

/** Lists the changes of the guide, in its order: blocks of `text` with a file are new files, those of `diff` changes. */
export function guideChanges(): GuideChange[] {
  const guide = readFileSync(join(root, "docs/guide/extending.md"), "utf8");
  return [...guide.matchAll(/^```(text|diff) file=(\S+)\n([\s\S]*?)^```$/gm)].map(
    ([, language, path = "", block = ""]): GuideChange => {
      if (language === "text") return { path, after: block };
      const lines = block.trimEnd().split("\n");
      return { path, before: kept(lines, "+"), after: kept(lines, "-") };
    },
  );
}
